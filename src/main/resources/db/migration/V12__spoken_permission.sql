-- A yes that is given aloud: the sound of the answers as evidence of that record, and the witness, who is asked. Runs on H2
-- and on PostgreSQL.

-- Under the key of the story, so that it goes with it; in no scene. The hash is of the sound as it is played, once it is ready.
create table spoken_answers (
    record_id uuid primary key,
    story_id uuid not null,
    asset_id uuid not null,
    hash varchar(64),
    recorded_at timestamp(6) with time zone not null,
    constraint spoken_answers_record foreign key (record_id) references consent (id),
    constraint spoken_answers_story foreign key (story_id) references story (id),
    constraint spoken_answers_asset foreign key (asset_id) references media_asset (id),
    constraint spoken_answers_one_place unique (asset_id)
);

create index spoken_answers_by_story on spoken_answers (story_id);

alter table consent add column answers_hash varchar(64);

-- Of whose answers the witness is asked; null where somebody took back in words.
alter table spoken_word add column consent_id uuid;
alter table spoken_word add constraint spoken_word_consent foreign key (consent_id) references consent (id);
alter table spoken_word add constraint spoken_word_once unique (consent_id);
