-- Telling a story: what a story answers, how a digital story is timed, who is in a picture, who wrote the words down,
-- a person's language, and people to talk to by office. Runs on H2 and on PostgreSQL.

-- A prompt of the library (its key; the library is a content file), or a goal that was reached; both null for one's own way.
alter table story add column prompt varchar(60);
alter table story add column goal_id uuid;
alter table story add constraint story_goal foreign key (goal_id) references goal (id);

-- The recording along which the pictures are shown, and the moment of it at which a picture comes up, in milliseconds.
alter table scene add column narration boolean default false not null;
alter table scene add column cue_millis bigint;
-- Whether somebody else is in the picture, as the storyteller says; null until they said.
alter table scene add column others varchar(10);
-- Who wrote the transcript, while the storyteller has not said that these are their words; null once they have.
alter table scene add column unconfirmed varchar(10);
alter table scene add constraint scene_narration check (narration = false or kind = 'RECORDING');
alter table scene add constraint scene_cue check (cue_millis is null or (kind = 'PICTURE' and cue_millis >= 0));
alter table scene add constraint scene_others check (
    others is null or (kind = 'PICTURE' and others in ('NOBODY', 'SOMEBODY')));
alter table scene add constraint scene_unconfirmed check (
    unconfirmed is null or (kind in ('WORDS', 'RECORDING') and unconfirmed in ('SUPPORTER', 'ENGINE')));

-- A peer supporter types for somebody who is present, from then until the storyteller says that it is theirs.
create table story_help (
    id uuid primary key,
    story_id uuid not null,
    helper_id uuid not null,
    begun_at timestamp(6) with time zone not null,
    confirmed_at timestamp(6) with time zone,
    open_for uuid,
    constraint story_help_story foreign key (story_id) references story (id),
    constraint story_help_helper foreign key (helper_id) references account (id),
    constraint story_help_one_open unique (open_for),
    constraint story_help_open check (
        (confirmed_at is null and open_for = story_id) or (confirmed_at is not null and open_for is null))
);

create index story_help_by_story on story_help (story_id, begun_at);

alter table account add column language varchar(5);
alter table account add constraint account_language check (language is null or language in ('en', 'cy'));

alter table office add column support varchar(1000);
