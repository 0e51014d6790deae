-- The vault: uploads that go on where they stopped. Runs on H2 and on PostgreSQL.

-- An upload on its way: its bytes come in pieces; whole, they become the raw bytes of an asset. The row stays until it
-- expires, so that who lost the last answer may ask again.
create table media_upload (
    id uuid primary key,
    owner_id uuid not null,
    vault_key_id uuid not null,
    kind varchar(20) not null,
    place varchar(100) not null,
    source_type varchar(20),
    length bigint,
    received bigint not null,
    asset_id uuid,
    created_at timestamp(6) with time zone not null,
    expires_at timestamp(6) with time zone not null,
    constraint media_upload_owner foreign key (owner_id) references account (id),
    constraint media_upload_key foreign key (vault_key_id) references vault_key (id),
    constraint media_upload_asset foreign key (asset_id) references media_asset (id),
    constraint media_upload_kind check (kind in ('PICTURE', 'RECORDING')),
    constraint media_upload_received check (received >= 0 and (length is null or received <= length)),
    constraint media_upload_whole check (
        asset_id is null or (length is not null and received = length and source_type is not null))
);

create index media_upload_by_owner on media_upload (owner_id);
create index media_upload_by_expiry on media_upload (expires_at);

-- Encrypted raw bytes: of an upload on its way, or, from the second piece on, of the asset that it became (the first
-- piece is the asset's raw_object).
create table media_piece (
    stored_object uuid primary key,
    upload_id uuid,
    asset_id uuid,
    position integer not null,
    header bytea not null,
    size bigint not null,
    constraint media_piece_upload foreign key (upload_id) references media_upload (id),
    constraint media_piece_asset foreign key (asset_id) references media_asset (id),
    constraint media_piece_of_one check (
        (upload_id is not null and asset_id is null) or (upload_id is null and asset_id is not null)),
    constraint media_piece_size check (size > 0)
);

create index media_piece_by_upload on media_piece (upload_id, position);
create index media_piece_by_asset on media_piece (asset_id, position);
