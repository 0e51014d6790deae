-- Runs on H2 and on PostgreSQL.
-- From when on the voice in it is disguised, or the face covered or not in it as a checker said; null while it is as it was.
alter table media_asset add column likeness_changed_at timestamp(6) with time zone;
