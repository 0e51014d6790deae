-- Media: the keys of stories, assets on their way from quarantine to ready, their stored forms, and the durable jobs.
-- Runs on H2 and on PostgreSQL.

-- A row without wrapped bytes is a destroyed key: what was stored under it can never be read again.
create table vault_key (
    id uuid primary key,
    wrapped bytea,
    created_at timestamp(6) with time zone not null,
    destroyed_at timestamp(6) with time zone,
    constraint vault_key_live_or_destroyed check (
        (wrapped is not null and destroyed_at is null) or (wrapped is null and destroyed_at is not null))
);

create table media_asset (
    id uuid primary key,
    version bigint not null,
    owner_id uuid not null,
    vault_key_id uuid not null,
    kind varchar(20) not null,
    source_type varchar(20) not null,
    status varchar(20) not null,
    refusal varchar(80),
    raw_object uuid,
    raw_header bytea,
    raw_size bigint not null,
    width integer,
    height integer,
    duration_millis bigint,
    peaks bytea,
    received_at timestamp(6) with time zone not null,
    settled_at timestamp(6) with time zone,
    discarded_at timestamp(6) with time zone,
    erased_at timestamp(6) with time zone,
    constraint media_asset_owner foreign key (owner_id) references account (id),
    constraint media_asset_key foreign key (vault_key_id) references vault_key (id),
    constraint media_asset_raw_once unique (raw_object),
    constraint media_asset_kind check (kind in ('PICTURE', 'RECORDING')),
    constraint media_asset_status check (
        status in ('RECEIVED', 'SCANNED', 'SANITISED', 'READY', 'REFUSED', 'FAILED')),
    constraint media_asset_refusal check (
        (status = 'REFUSED' and refusal is not null) or (status <> 'REFUSED' and refusal is null)),
    constraint media_asset_settled check (
        (status in ('READY', 'REFUSED', 'FAILED') and settled_at is not null)
        or (status in ('RECEIVED', 'SCANNED', 'SANITISED') and settled_at is null)),
    constraint media_asset_raw check (
        (raw_object is null and raw_header is null) or (raw_object is not null and raw_header is not null)),
    constraint media_asset_raw_size check (raw_size > 0),
    constraint media_asset_raw_kept check (
        raw_object is not null or erased_at is not null or status in ('READY', 'REFUSED')),
    constraint media_asset_picture check (
        kind <> 'PICTURE' or status not in ('SANITISED', 'READY') or (width > 0 and height > 0)),
    constraint media_asset_recording check (
        kind <> 'RECORDING' or status not in ('SANITISED', 'READY') or (duration_millis > 0 and peaks is not null)),
    constraint media_asset_erased check (erased_at is null or discarded_at is not null)
);

create index media_asset_by_owner on media_asset (owner_id);
create index media_asset_by_key on media_asset (vault_key_id);
create index media_asset_by_status on media_asset (status, received_at);
create index media_asset_by_discarded on media_asset (discarded_at, erased_at);

create table media_rendition (
    id uuid primary key,
    asset_id uuid not null,
    form varchar(20) not null,
    stored_object uuid not null,
    header bytea not null,
    size bigint not null,
    constraint media_rendition_asset foreign key (asset_id) references media_asset (id),
    constraint media_rendition_one_of_a_form unique (asset_id, form),
    constraint media_rendition_object_once unique (stored_object),
    constraint media_rendition_form check (form in ('MASTER', 'SCREEN', 'PHONE', 'THUMBNAIL', 'PLAYBACK')),
    constraint media_rendition_size check (size > 0)
);

-- The table of db-scheduler 16; its columns are the library's.
create table scheduled_tasks (
    task_name varchar(100) not null,
    task_instance varchar(100) not null,
    task_data bytea,
    execution_time timestamp(6) with time zone not null,
    picked boolean not null,
    picked_by varchar(200),
    last_success timestamp(6) with time zone,
    last_failure timestamp(6) with time zone,
    consecutive_failures integer,
    last_heartbeat timestamp(6) with time zone,
    version bigint not null,
    priority smallint,
    primary key (task_name, task_instance)
);

create index scheduled_tasks_by_time on scheduled_tasks (execution_time);
create index scheduled_tasks_by_heartbeat on scheduled_tasks (last_heartbeat);
