-- The file of the picture that somebody else is in, where the storyteller said so at the picture.
alter table third_party add column picture_id uuid;
