-- What spares the rule of visibility most of its tables. Runs on H2 and on PostgreSQL.

-- Most stories were never held, have nobody else in them and are told by one person: a mark on the row that is read anyway
-- says that there may be such rows, and where it is false nobody looks for them. The database holds it: such a row points
-- to its story or permission together with the mark, so that it cannot be there without the mark, and the mark cannot be
-- taken off while it is., and the mark cannot be taken off while it is. Runs on H2 and on PostgreSQL.

alter table story add column may_be_held boolean default false not null;
alter table story add column may_have_others boolean default false not null;
alter table story add column may_be_told_together boolean default false not null;
alter table consent add column may_have_taken_parts boolean default false not null;
alter table consent add column may_leave_out_offices boolean default false not null;

update story set may_be_held = true where id in (select story_id from story_hold);
update story set may_have_others = true where id in (select story_id from third_party);
update story set may_be_told_together = true where id in (select story_id from co_teller);
update consent set may_have_taken_parts = true where id in (select consent_id from consent_taken_part);
update consent set may_leave_out_offices = true where id in (select consent_id from consent_excluded_office);

alter table story add constraint story_held unique (id, may_be_held);
alter table story add constraint story_others unique (id, may_have_others);
alter table story add constraint story_together unique (id, may_be_told_together);
alter table consent add constraint consent_taken_parts unique (id, may_have_taken_parts);
alter table consent add constraint consent_leaves_out unique (id, may_leave_out_offices);

alter table story_hold add column marked boolean default true not null;
alter table story_hold add constraint story_hold_is_marked check (marked);
alter table story_hold add constraint story_hold_marked foreign key (story_id, marked)
    references story (id, may_be_held);

alter table third_party add column marked boolean default true not null;
alter table third_party add constraint third_party_is_marked check (marked);
alter table third_party add constraint third_party_marked foreign key (story_id, marked)
    references story (id, may_have_others);

alter table co_teller add column marked boolean default true not null;
alter table co_teller add constraint co_teller_is_marked check (marked);
alter table co_teller add constraint co_teller_marked foreign key (story_id, marked)
    references story (id, may_be_told_together);

alter table consent_taken_part add column marked boolean default true not null;
alter table consent_taken_part add constraint consent_taken_part_is_marked check (marked);
alter table consent_taken_part add constraint consent_taken_part_marked foreign key (consent_id, marked)
    references consent (id, may_have_taken_parts);

alter table consent_excluded_office add column marked boolean default true not null;
alter table consent_excluded_office add constraint consent_excluded_office_is_marked check (marked);
alter table consent_excluded_office add constraint consent_excluded_office_marked foreign key (consent_id, marked)
    references consent (id, may_leave_out_offices);

-- The two purposes that collections are shown for, and the permission that names a version, stand on the rows that are read
-- anyway, too. Each points to the row that says so: it cannot say more than that, nor stay when that is gone.
alter table consent_purpose add constraint consent_purpose_said unique (consent_id, purpose, agreed);
alter table consent add column agreed boolean default true not null;
alter table consent add column for_own varchar(30);
alter table consent add column for_others varchar(30);
update consent set for_own = 'OWN_SUPERVISION' where exists (select 1 from consent_purpose p
    where p.consent_id = consent.id and p.purpose = 'OWN_SUPERVISION' and p.agreed);
update consent set for_others = 'OTHER_PEOPLE_SUPERVISION' where exists (select 1 from consent_purpose p
    where p.consent_id = consent.id and p.purpose = 'OTHER_PEOPLE_SUPERVISION' and p.agreed);
update consent set for_own = null, for_others = null where status in ('DRAFT', 'OFFERED');
alter table consent add constraint consent_agreed check (agreed);
alter table consent add constraint consent_for_own_known check (for_own = 'OWN_SUPERVISION');
alter table consent add constraint consent_for_others_known check (for_others = 'OTHER_PEOPLE_SUPERVISION');
alter table consent add constraint consent_for_own foreign key (id, for_own, agreed)
    references consent_purpose (consent_id, purpose, agreed);
alter table consent add constraint consent_for_others foreign key (id, for_others, agreed)
    references consent_purpose (consent_id, purpose, agreed);

alter table consent_scope add constraint consent_scope_said unique (consent_id, version_id, digest);
alter table story_version add column bound_to uuid;
alter table story_version add column bound_digest varchar(64);
update story_version set
    bound_to = (select z.consent_id from consent_scope z join consent k on k.id = z.consent_id
        where z.version_id = story_version.id and k.slot = 'CURRENT'),
    bound_digest = (select z.digest from consent_scope z join consent k on k.id = z.consent_id
        where z.version_id = story_version.id and k.slot = 'CURRENT');
alter table story_version add constraint story_version_bound foreign key (bound_to, id, bound_digest)
    references consent_scope (consent_id, version_id, digest);
alter table story_version add constraint story_version_bound_whole
    check ((bound_to is null) = (bound_digest is null));

-- Whether the sentence of its storyteller ended stands on each story, as far as it was known when it was begun, and the
-- database carries it over when that changes.
alter table person_on_probation add column ended boolean default false not null;
update person_on_probation set ended = (sentence_ended_at is not null);
alter table person_on_probation add constraint person_ended check (ended = (sentence_ended_at is not null));
alter table person_on_probation add constraint person_ended_said unique (account_id, ended);
alter table story add column teller_ended boolean;
update story set teller_ended =
    (select p.ended from person_on_probation p where p.account_id = story.storyteller_id);
alter table story add constraint story_teller_ended foreign key (storyteller_id, teller_ended)
    references person_on_probation (account_id, ended) on update cascade;
