-- People: offices, accounts, roles, who supervises whom, who is kept out; and the audit trail.
-- Runs on H2 and on PostgreSQL. Times are instants; ids are random UUIDs made by the application.

create table office (
    id uuid primary key,
    name varchar(120) not null,
    constraint office_name_once unique (name)
);

create table account (
    id uuid primary key,
    username varchar(60) not null,
    display_name varchar(120) not null,
    passphrase varchar(300) not null,
    office_id uuid,
    opened_at timestamp(6) with time zone not null,
    closed_at timestamp(6) with time zone,
    version bigint not null,
    constraint account_username_once unique (username),
    constraint account_username_lower check (username = lower(username)),
    constraint account_office foreign key (office_id) references office (id)
);

create table account_role (
    account_id uuid not null,
    role varchar(30) not null,
    primary key (account_id, role),
    constraint account_role_account foreign key (account_id) references account (id),
    constraint account_role_known check (role in ('STORYTELLER', 'PRACTITIONER', 'MODERATOR', 'CURATOR', 'GOVERNANCE',
        'ADMINISTRATOR', 'PEER_SUPPORTER', 'COMMUNITY_PARTNER'))
);

create table person_on_probation (
    account_id uuid primary key,
    crn varchar(7) not null,
    constraint person_account foreign key (account_id) references account (id),
    constraint person_crn_once unique (crn)
);

create table supervision (
    id uuid primary key,
    person_id uuid not null,
    practitioner_id uuid not null,
    since timestamp(6) with time zone not null,
    ended_at timestamp(6) with time zone,
    current_for uuid,
    constraint supervision_person foreign key (person_id) references person_on_probation (account_id),
    constraint supervision_practitioner foreign key (practitioner_id) references account (id),
    constraint supervision_one_current unique (current_for),
    constraint supervision_current check (
        (ended_at is null and current_for = person_id) or (ended_at is not null and current_for is null)),
    constraint supervision_not_oneself check (person_id <> practitioner_id)
);

create index supervision_by_practitioner on supervision (practitioner_id, current_for);

create table exclusion (
    id uuid primary key,
    person_id uuid not null,
    excluded_id uuid not null,
    placed_by uuid not null,
    placed_at timestamp(6) with time zone not null,
    lifted_at timestamp(6) with time zone,
    constraint exclusion_person foreign key (person_id) references person_on_probation (account_id),
    constraint exclusion_excluded foreign key (excluded_id) references account (id),
    constraint exclusion_placed_by foreign key (placed_by) references account (id)
);

create index exclusion_by_excluded on exclusion (excluded_id, person_id, lifted_at);

-- The trail keeps ids without foreign keys: an entry outlives what it is about.
create table audit_entry (
    number bigint primary key,
    at timestamp(6) with time zone not null,
    event varchar(60) not null,
    actor uuid,
    subject uuid,
    person uuid,
    story uuid,
    purpose varchar(40),
    detail varchar(200),
    previous_hash varchar(64) not null,
    hash varchar(64) not null,
    constraint audit_entry_hash_once unique (hash),
    constraint audit_entry_one_successor unique (previous_hash)
);

create index audit_entry_by_story on audit_entry (story, number);
create index audit_entry_by_person on audit_entry (person, number);
create index audit_entry_by_actor on audit_entry (actor, number);
create index audit_entry_by_event on audit_entry (event, number);
create index audit_entry_by_time on audit_entry (at, number);

create table audit_head (
    id integer primary key,
    last_number bigint not null,
    last_hash varchar(64) not null,
    constraint audit_head_only_one check (id = 1)
);

insert into audit_head (id, last_number, last_hash)
values (1, 0, '0000000000000000000000000000000000000000000000000000000000000000');
