-- Permission that means something: more answers, the text that was shown, the others in a story, those who tell it too,
-- parts that were taken back, and asking before each showing. Runs on H2 and on PostgreSQL.

alter table consent add column voice varchar(10);
alter table consent add column face varchar(10);
alter table consent add column ask_each_time boolean default false not null;
alter table consent add column at_sentence_end varchar(20);
alter table consent add column at_move varchar(20);
alter table consent add column at_death varchar(20);
alter table consent add column given_how varchar(10);
alter table consent add column helped_by varchar(20);
alter table consent add column witness_id uuid;
alter table consent add column teach_who_sees varchar(1000);
alter table consent add column teach_change_mind varchar(1000);
alter table consent add column teach_must_act varchar(1000);
alter table consent add column suspended_for varchar(20);

-- The end of the chain of events: what was cut off there is missed.
alter table consent add column last_event integer default 0 not null;
alter table consent add column last_hash varchar(64);

update consent set
    last_event = (select count(*) from consent_event e where e.consent_id = consent.id),
    last_hash = (select e.hash from consent_event e where e.consent_id = consent.id
        and e.number = (select max(f.number) from consent_event f where f.consent_id = consent.id));

alter table consent add constraint consent_witness foreign key (witness_id) references account (id);
alter table consent add constraint consent_voice check (voice is null or voice in ('AS_IS', 'ALTERED', 'ABSENT'));
alter table consent add constraint consent_face check (face is null or face in ('AS_IS', 'ALTERED', 'ABSENT'));
alter table consent add constraint consent_at_sentence_end
    check (at_sentence_end is null or at_sentence_end in ('PRIVATE', 'UNTIL_DATE', 'ERASE'));
alter table consent add constraint consent_at_move check (at_move is null or at_move in ('ASK_ME', 'END'));
alter table consent add constraint consent_at_death check (at_death is null or at_death in ('ERASE', 'GIVE_COPY'));
alter table consent add constraint consent_given_how check (given_how is null or given_how in ('READ', 'ALOUD'));
alter table consent add constraint consent_helped_by
    check (helped_by is null or helped_by in ('NOBODY', 'SUPPORTER', 'INTERPRETER', 'STAFF', 'PRACTITIONER'));
-- Since when a suspended record has a reason; those that were suspended before have none.
alter table consent add constraint consent_suspended_for check (suspended_for is null
    or (status = 'SUSPENDED'
        and suspended_for in ('MOVED', 'PRACTITIONER', 'AUDIENCE', 'REDACTION', 'RECIPIENT', 'NOTICE')));
alter table consent drop constraint consent_audience;
alter table consent add constraint consent_audience check (audience is null
    or (audience = 'MY_PRACTITIONER' and practitioner_id is not null)
    or (audience = 'MY_OFFICE' and office_id is not null)
    or audience in ('EVERY_OFFICE', 'NAMED_PEOPLE'));

create index consent_by_storyteller on consent (storyteller_id, slot);
create index consent_by_last_day on consent (slot, last_day);
create index consent_by_notice on consent (notice_hash, slot);

alter table consent_event alter column content set data type varchar(12000);

create table consent_named_person (
    consent_id uuid not null,
    account_id uuid not null,
    primary key (consent_id, account_id),
    constraint consent_named_person_consent foreign key (consent_id) references consent (id),
    constraint consent_named_person_account foreign key (account_id) references account (id)
);

-- Which pictures and recordings the storyteller took out of a permission that goes on. While the version that is
-- approved shows one of them, nobody else sees any of it. Without from and until the whole file; else milliseconds.
create table consent_taken_part (
    consent_id uuid not null,
    asset_id uuid not null,
    from_millis integer not null,
    until_millis integer not null,
    taken_at timestamp(6) with time zone not null,
    primary key (consent_id, asset_id, from_millis),
    constraint consent_taken_part_consent foreign key (consent_id) references consent (id),
    constraint consent_taken_part_asset foreign key (asset_id) references media_asset (id),
    constraint consent_taken_part_span check (from_millis >= 0 and until_millis > from_millis)
);

create index consent_taken_part_by_asset on consent_taken_part (asset_id);

-- The text of each notice as it was shown. A record binds to it by its hash; without the row it binds to nothing.
create table consent_notice (
    hash varchar(64) primary key,
    version integer not null,
    language varchar(10) not null,
    words varchar(60000) not null,
    kept_at timestamp(6) with time zone not null,
    replaced_at timestamp(6) with time zone,
    voided_at timestamp(6) with time zone,
    voided_by uuid,
    void_reason varchar(1000),
    constraint consent_notice_voided_by foreign key (voided_by) references account (id),
    constraint consent_notice_voided check ((voided_at is null) = (voided_by is null)
        and (voided_at is null) = (void_reason is null))
);

-- Somebody else who can be seen, heard or known in a story. Undecided while outcome is null: then nobody else sees it.
create table third_party (
    id uuid primary key,
    story_id uuid not null,
    who varchar(120) not null,
    category varchar(20) not null,
    found_by uuid not null,
    found_at timestamp(6) with time zone not null,
    outcome varchar(20),
    judged_by uuid,
    judged_at timestamp(6) with time zone,
    reason varchar(1000),
    last_day date,
    link_hash varchar(64),
    link_until timestamp(6) with time zone,
    link_used_at timestamp(6) with time zone,
    later_hash varchar(64),
    answered_at timestamp(6) with time zone,
    notice_hash varchar(64),
    lock_version bigint not null,
    constraint third_party_story foreign key (story_id) references story (id),
    constraint third_party_found_by foreign key (found_by) references account (id),
    constraint third_party_judged_by foreign key (judged_by) references account (id),
    constraint third_party_category check (category in ('ADULT', 'CHILD', 'VICTIM')),
    constraint third_party_link_once unique (link_hash),
    constraint third_party_later_once unique (later_hash),
    constraint third_party_outcome check (outcome is null
        or (outcome = 'OWN_CONSENT' and last_day is not null and answered_at is not null)
        or (outcome in ('REDACTED', 'NOT_IDENTIFIABLE') and judged_by is not null and judged_at is not null
            and reason is not null)
        or (outcome = 'OBJECTED' and answered_at is not null))
);

create index third_party_by_story on third_party (story_id, outcome);

-- The sentence of the person ended: what they chose for that holds from this moment.
alter table person_on_probation add column sentence_ended_at timestamp(6) with time zone;

-- Those who tell a story together with the storyteller: all must agree. Holds for every version up to the last one with them.
create table co_teller (
    id uuid primary key,
    story_id uuid not null,
    account_id uuid not null,
    invited_at timestamp(6) with time zone not null,
    agreed_at timestamp(6) with time zone,
    agreed_digest varchar(64),
    withdrawn_at timestamp(6) with time zone,
    without_from integer,
    lock_version bigint not null,
    constraint co_teller_story foreign key (story_id) references story (id),
    constraint co_teller_account foreign key (account_id) references account (id),
    constraint co_teller_once unique (story_id, account_id),
    constraint co_teller_agreed check ((agreed_at is null) = (agreed_digest is null))
);

create index co_teller_by_account on co_teller (account_id);

-- "Ask me each time": one question before each showing. No answer is a no.
create table showing_ask (
    id uuid primary key,
    consent_id uuid not null,
    story_id uuid not null,
    collection_id uuid not null,
    asked_by uuid not null,
    asked_at timestamp(6) with time zone not null,
    on_day date not null,
    said_yes boolean,
    answered_at timestamp(6) with time zone,
    constraint showing_ask_consent foreign key (consent_id) references consent (id),
    constraint showing_ask_story foreign key (story_id) references story (id),
    constraint showing_ask_asked_by foreign key (asked_by) references account (id),
    constraint showing_ask_once unique (consent_id, collection_id, on_day),
    constraint showing_ask_answered check ((said_yes is null) = (answered_at is null))
);
