-- What was taken back and is out of the recording, offices that were opened after a yes, when yes was said again, and
-- whether the witness of spoken words was there. Runs on H2 and on PostgreSQL.

-- The span that was taken back is out of the recording since then; null while it is in it.
alter table consent_taken_part add column taken_out_at timestamp(6) with time zone;

-- An office is a new audience for every yes that was said before it was opened. Null: it was always there.
alter table office add column opened_at timestamp(6) with time zone;

-- When the storyteller last said yes again to all of it; null while the first yes is the only one.
alter table consent add column said_again_at timestamp(6) with time zone;

-- The second reviewer who said the same of somebody who was hurt by a crime. Until there is one, the story is hidden.
alter table third_party add column confirmed_by uuid;
alter table third_party add constraint third_party_confirmed_by foreign key (confirmed_by) references account (id);
alter table third_party add constraint third_party_two_people
    check (confirmed_by is null or (judged_by is not null and confirmed_by <> judged_by));

-- That somebody took back in words. It took effect at once; the witness says afterwards whether they were there.
create table spoken_word (
    id uuid primary key,
    person_id uuid not null,
    recorded_by uuid not null,
    witness_id uuid not null,
    recorded_at timestamp(6) with time zone not null,
    was_there boolean,
    answered_at timestamp(6) with time zone,
    constraint spoken_word_person foreign key (person_id) references account (id),
    constraint spoken_word_recorded_by foreign key (recorded_by) references account (id),
    constraint spoken_word_witness foreign key (witness_id) references account (id),
    constraint spoken_word_two_people check (recorded_by <> witness_id and person_id <> witness_id),
    constraint spoken_word_answered check ((was_there is null) = (answered_at is null))
);

create index spoken_word_by_witness on spoken_word (witness_id, answered_at, recorded_at);
