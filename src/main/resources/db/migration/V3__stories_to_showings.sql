-- Plans, stories, permission, reviews, collections, presentations.
-- Runs on H2 and on PostgreSQL. A "slot" is null unless a row is the current one of its kind, and then unique with its
-- owner: both databases let many nulls stand beside each other in a unique constraint.

create table sentence_plan (
    id uuid primary key,
    person_id uuid not null,
    agreement varchar(30) not null,
    answered_at timestamp(6) with time zone,
    version bigint not null,
    constraint sentence_plan_person foreign key (person_id) references person_on_probation (account_id),
    constraint sentence_plan_one unique (person_id),
    constraint sentence_plan_agreement check (agreement in ('DRAFT', 'AGREED', 'DO_NOT_AGREE', 'COULD_NOT_ANSWER',
        'UPDATED_AGREED', 'UPDATED_DO_NOT_AGREE')),
    constraint sentence_plan_answered check ((agreement = 'DRAFT') = (answered_at is null))
);

create table goal (
    id uuid primary key,
    plan_id uuid not null,
    position integer not null,
    title varchar(400) not null,
    area varchar(40) not null,
    target_date date,
    status varchar(20) not null,
    status_at timestamp(6) with time zone not null,
    version bigint not null,
    constraint goal_plan foreign key (plan_id) references sentence_plan (id),
    constraint goal_area check (area in ('ACCOMMODATION', 'EMPLOYMENT_AND_EDUCATION', 'FINANCES', 'DRUG_USE',
        'ALCOHOL_USE', 'HEALTH_AND_WELLBEING', 'PERSONAL_RELATIONSHIPS_AND_COMMUNITY',
        'THINKING_BEHAVIOURS_AND_ATTITUDES')),
    constraint goal_status check (status in ('ACTIVE', 'FUTURE', 'ACHIEVED', 'REMOVED'))
);

create index goal_by_plan on goal (plan_id, position);

create table goal_related_area (
    goal_id uuid not null,
    area varchar(40) not null,
    primary key (goal_id, area),
    constraint goal_related_area_goal foreign key (goal_id) references goal (id),
    constraint goal_related_area_known check (area in ('ACCOMMODATION', 'EMPLOYMENT_AND_EDUCATION', 'FINANCES',
        'DRUG_USE', 'ALCOHOL_USE', 'HEALTH_AND_WELLBEING', 'PERSONAL_RELATIONSHIPS_AND_COMMUNITY',
        'THINKING_BEHAVIOURS_AND_ATTITUDES'))
);

create table step (
    id uuid primary key,
    goal_id uuid not null,
    position integer not null,
    words varchar(400) not null,
    actor varchar(30) not null,
    status varchar(30) not null,
    version bigint not null,
    constraint step_goal foreign key (goal_id) references goal (id),
    constraint step_actor check (actor in ('PERSON_ON_PROBATION', 'PROBATION_PRACTITIONER', 'SOMEONE_ELSE')),
    constraint step_status check (status in ('NOT_STARTED', 'IN_PROGRESS', 'COMPLETED', 'CANNOT_BE_DONE_YET',
        'NO_LONGER_NEEDED'))
);

create index step_by_goal on step (goal_id, position);

create table story (
    id uuid primary key,
    storyteller_id uuid not null,
    vault_key_id uuid not null,
    begun_at timestamp(6) with time zone not null,
    erased_at timestamp(6) with time zone,
    constraint story_storyteller foreign key (storyteller_id) references account (id),
    constraint story_key foreign key (vault_key_id) references vault_key (id),
    constraint story_key_once unique (vault_key_id)
);

create index story_by_storyteller on story (storyteller_id, begun_at);

create table story_version (
    id uuid primary key,
    story_id uuid not null,
    number integer not null,
    status varchar(20) not null,
    slot varchar(10),
    title varchar(120),
    digest varchar(64),
    begun_at timestamp(6) with time zone not null,
    sent_at timestamp(6) with time zone,
    settled_at timestamp(6) with time zone,
    lock_version bigint not null,
    constraint story_version_story foreign key (story_id) references story (id),
    constraint story_version_number unique (story_id, number),
    constraint story_version_one_open_one_approved unique (story_id, slot),
    constraint story_version_status check (status in ('DRAFT', 'SUBMITTED', 'IN_REVIEW', 'CHANGES_REQUESTED',
        'APPROVED', 'DECLINED', 'SUPERSEDED')),
    constraint story_version_slot check (
        (status in ('DRAFT', 'SUBMITTED', 'IN_REVIEW') and slot is not null and slot = 'OPEN')
        or (status = 'APPROVED' and slot is not null and slot = 'APPROVED')
        or (status in ('CHANGES_REQUESTED', 'DECLINED', 'SUPERSEDED') and slot is null)),
    constraint story_version_sent check (
        (status = 'DRAFT' and digest is null and sent_at is null)
        or (status <> 'DRAFT' and digest is not null and sent_at is not null and title is not null)),
    constraint story_version_settled check (
        (status in ('DRAFT', 'SUBMITTED', 'IN_REVIEW')) = (settled_at is null))
);

create index story_version_by_title on story_version (slot, title);

create table scene (
    id uuid primary key,
    version_id uuid not null,
    position integer not null,
    kind varchar(10) not null,
    words varchar(20000),
    alt_text varchar(500),
    caption varchar(500),
    transcript varchar(60000),
    asset_id uuid,
    incoming_id uuid,
    taken_out boolean not null,
    constraint scene_version foreign key (version_id) references story_version (id),
    constraint scene_asset foreign key (asset_id) references media_asset (id),
    constraint scene_incoming foreign key (incoming_id) references media_asset (id),
    constraint scene_kind check (
        (kind = 'WORDS' and alt_text is null and caption is null and transcript is null
            and asset_id is null and incoming_id is null)
        or (kind = 'PICTURE' and words is null and transcript is null)
        or (kind = 'RECORDING' and words is null and alt_text is null and caption is null))
);

create index scene_by_version on scene (version_id, position);
create index scene_by_asset on scene (asset_id);
create index scene_by_incoming on scene (incoming_id);

create table story_hold (
    id uuid primary key,
    story_id uuid not null,
    kind varchar(20) not null,
    reason varchar(1000) not null,
    placed_by uuid not null,
    placed_at timestamp(6) with time zone not null,
    lifted_by uuid,
    lifted_at timestamp(6) with time zone,
    constraint story_hold_story foreign key (story_id) references story (id),
    constraint story_hold_placed_by foreign key (placed_by) references account (id),
    constraint story_hold_lifted_by foreign key (lifted_by) references account (id),
    constraint story_hold_kind check (kind in ('SUSPENSION', 'LEGAL')),
    constraint story_hold_lifted check ((lifted_by is null) = (lifted_at is null))
);

create index story_hold_by_story on story_hold (story_id, lifted_at);
create index story_hold_in_force on story_hold (lifted_at, placed_at);

create table consent (
    id uuid primary key,
    story_id uuid not null,
    storyteller_id uuid not null,
    status varchar(20) not null,
    slot varchar(10),
    audience varchar(20),
    practitioner_id uuid,
    office_id uuid,
    shown_as varchar(20),
    chosen_name varchar(60),
    first_day date,
    last_day date,
    conditions varchar(1000),
    notice_version integer,
    notice_language varchar(10),
    notice_hash varchar(64),
    limits_shown_at timestamp(6) with time zone,
    given_at timestamp(6) with time zone,
    cooling_until timestamp(6) with time zone,
    ended_at timestamp(6) with time zone,
    version bigint not null,
    constraint consent_story foreign key (story_id) references story (id),
    constraint consent_storyteller foreign key (storyteller_id) references account (id),
    constraint consent_practitioner foreign key (practitioner_id) references account (id),
    constraint consent_office foreign key (office_id) references office (id),
    constraint consent_one_in_the_making_one_current unique (story_id, slot),
    constraint consent_status check (status in ('DRAFT', 'OFFERED', 'ACTIVE', 'DECLINED', 'SUSPENDED', 'WITHDRAWN',
        'EXPIRED', 'SUPERSEDED', 'VOID')),
    constraint consent_slot check (
        (status in ('DRAFT', 'OFFERED') and slot is not null and slot = 'MAKING')
        or (status in ('ACTIVE', 'SUSPENDED') and slot is not null and slot = 'CURRENT')
        or (status in ('DECLINED', 'WITHDRAWN', 'EXPIRED', 'SUPERSEDED', 'VOID') and slot is null)),
    constraint consent_in_force_is_whole check (status not in ('ACTIVE', 'SUSPENDED', 'WITHDRAWN', 'EXPIRED')
        or (audience is not null and shown_as is not null and first_day is not null and last_day is not null
            and notice_hash is not null and limits_shown_at is not null and given_at is not null
            and cooling_until is not null)),
    constraint consent_days check (last_day is null or first_day is null or last_day >= first_day),
    constraint consent_audience check (audience is null
        or (audience = 'MY_PRACTITIONER' and practitioner_id is not null)
        or (audience = 'MY_OFFICE' and office_id is not null)
        or audience = 'EVERY_OFFICE'),
    constraint consent_shown_as check (shown_as is null
        or shown_as in ('NAMED', 'FIRST_NAME', 'ANONYMOUS')
        or (shown_as = 'PSEUDONYM' and chosen_name is not null)),
    constraint consent_ended check (
        (status in ('DECLINED', 'WITHDRAWN', 'EXPIRED', 'SUPERSEDED', 'VOID')) = (ended_at is not null))
);

create index consent_by_given on consent (story_id, given_at);

create table consent_purpose (
    consent_id uuid not null,
    purpose varchar(30) not null,
    agreed boolean not null,
    primary key (consent_id, purpose),
    constraint consent_purpose_consent foreign key (consent_id) references consent (id),
    constraint consent_purpose_known check (purpose in ('OWN_SUPERVISION', 'OTHER_PEOPLE_SUPERVISION', 'GROUP',
        'RECEPTION_SCREEN', 'STAFF_TRAINING', 'COMMUNITY_PARTNER', 'EVALUATION'))
);

create table consent_excluded_office (
    consent_id uuid not null,
    office_id uuid not null,
    primary key (consent_id, office_id),
    constraint consent_excluded_office_consent foreign key (consent_id) references consent (id),
    constraint consent_excluded_office_office foreign key (office_id) references office (id)
);

create table consent_scope (
    consent_id uuid not null,
    version_id uuid not null,
    digest varchar(64) not null,
    primary key (consent_id, version_id),
    constraint consent_scope_consent foreign key (consent_id) references consent (id),
    constraint consent_scope_version foreign key (version_id) references story_version (id)
);

create table consent_event (
    id uuid primary key,
    consent_id uuid not null,
    number integer not null,
    kind varchar(30) not null,
    at timestamp(6) with time zone not null,
    actor uuid,
    content varchar(4000) not null,
    previous_hash varchar(64) not null,
    hash varchar(64) not null,
    constraint consent_event_consent foreign key (consent_id) references consent (id),
    constraint consent_event_number unique (consent_id, number),
    constraint consent_event_number_from_one check (number >= 1),
    constraint consent_event_hash_once unique (hash)
);

create table review (
    id uuid primary key,
    story_id uuid not null,
    version_id uuid not null,
    version_digest varchar(64) not null,
    stage varchar(10) not null,
    status varchar(10) not null,
    open_for uuid,
    opened_at timestamp(6) with time zone not null,
    claimed_by uuid,
    claimed_until timestamp(6) with time zone,
    outcome varchar(20),
    reason_code varchar(60),
    note varchar(1000),
    decided_by uuid,
    closed_at timestamp(6) with time zone,
    lock_version bigint not null,
    constraint review_story foreign key (story_id) references story (id),
    constraint review_version foreign key (version_id) references story_version (id),
    constraint review_claimed_by foreign key (claimed_by) references account (id),
    constraint review_decided_by foreign key (decided_by) references account (id),
    constraint review_one_open unique (open_for),
    constraint review_stage check (stage in ('CONSENT', 'CONTENT')),
    constraint review_status check (
        (status = 'OPEN' and open_for is not null and claimed_by is null and claimed_until is null and outcome is null)
        or (status = 'CLAIMED' and open_for is not null and claimed_by is not null and claimed_until is not null
            and outcome is null)
        or (status = 'DECIDED' and open_for is null and outcome is not null and decided_by is not null
            and closed_at is not null)
        or (status = 'MOOT' and open_for is null and outcome is null and closed_at is not null)),
    constraint review_open_for check (open_for is null or open_for = version_id),
    constraint review_reason check (outcome is null or outcome = 'APPROVE'
        or (outcome in ('REQUEST_CHANGES', 'DECLINE') and reason_code is not null))
);

create index review_queue on review (stage, open_for, opened_at, id);
create index review_by_story on review (story_id, opened_at);

create table story_collection (
    id uuid primary key,
    person_id uuid not null,
    gathered_by uuid not null,
    title varchar(120) not null,
    introduction varchar(4000),
    status varchar(20) not null,
    begun_at timestamp(6) with time zone not null,
    published_by uuid,
    published_at timestamp(6) with time zone,
    lock_version bigint not null,
    constraint story_collection_person foreign key (person_id) references person_on_probation (account_id),
    constraint story_collection_gathered_by foreign key (gathered_by) references account (id),
    constraint story_collection_published_by foreign key (published_by) references account (id),
    constraint story_collection_status check (status in ('DRAFT', 'PUBLISHED', 'PAUSED', 'ARCHIVED')),
    constraint story_collection_published check (status not in ('PUBLISHED', 'PAUSED')
        or (published_by is not null and published_at is not null))
);

create index story_collection_by_person on story_collection (person_id, status, title);
create index story_collection_by_gatherer on story_collection (gathered_by, status, title);

create table collection_item (
    id uuid primary key,
    collection_id uuid not null,
    story_id uuid not null,
    position integer not null,
    added_by uuid not null,
    constraint collection_item_collection foreign key (collection_id) references story_collection (id),
    constraint collection_item_story foreign key (story_id) references story (id),
    constraint collection_item_added_by foreign key (added_by) references account (id),
    constraint collection_item_once unique (collection_id, story_id)
);

create index collection_item_in_order on collection_item (collection_id, position);
create index collection_item_by_story on collection_item (story_id);

create table collection_goal (
    collection_id uuid not null,
    goal_id uuid not null,
    primary key (collection_id, goal_id),
    constraint collection_goal_collection foreign key (collection_id) references story_collection (id),
    constraint collection_goal_goal foreign key (goal_id) references goal (id)
);

create index collection_goal_by_goal on collection_goal (goal_id);

create table presentation (
    id uuid primary key,
    collection_id uuid not null,
    person_id uuid not null,
    presenter_id uuid not null,
    goal_id uuid not null,
    presenter_named boolean not null,
    status varchar(30) not null,
    on_screen_id uuid,
    started_at timestamp(6) with time zone not null,
    ended_at timestamp(6) with time zone,
    lock_version bigint not null,
    constraint presentation_collection foreign key (collection_id) references story_collection (id),
    constraint presentation_person foreign key (person_id) references person_on_probation (account_id),
    constraint presentation_presenter foreign key (presenter_id) references account (id),
    constraint presentation_goal foreign key (goal_id) references goal (id),
    constraint presentation_on_screen foreign key (on_screen_id) references story (id),
    constraint presentation_status check (
        (status = 'LIVE' and ended_at is null)
        or (status in ('ENDED', 'STOPPED_BY_WITHDRAWAL', 'STOPPED_BY_STAFF') and ended_at is not null
            and on_screen_id is null))
);

create index presentation_live on presentation (on_screen_id, status);
create index presentation_by_goal on presentation (person_id, goal_id, started_at);

create table showing (
    id uuid primary key,
    presentation_id uuid not null,
    story_id uuid not null,
    version_id uuid not null,
    purpose varchar(30) not null,
    shown_at timestamp(6) with time zone not null,
    constraint showing_presentation foreign key (presentation_id) references presentation (id),
    constraint showing_story foreign key (story_id) references story (id),
    constraint showing_version foreign key (version_id) references story_version (id),
    constraint showing_once unique (presentation_id, version_id),
    constraint showing_purpose check (purpose in ('OWN_SUPERVISION', 'OTHER_PEOPLE_SUPERVISION', 'GROUP',
        'RECEPTION_SCREEN', 'STAFF_TRAINING', 'COMMUNITY_PARTNER', 'EVALUATION'))
);

create index showing_by_story on showing (story_id, shown_at);

create table reflection (
    id uuid primary key,
    goal_id uuid not null,
    presentation_id uuid not null,
    author_id uuid not null,
    words varchar(2000) not null,
    written_at timestamp(6) with time zone not null,
    constraint reflection_goal foreign key (goal_id) references goal (id),
    constraint reflection_presentation foreign key (presentation_id) references presentation (id),
    constraint reflection_author foreign key (author_id) references account (id)
);

create index reflection_by_goal on reflection (goal_id, written_at);
