-- Somebody else in a story who is covered up, or judged not to be known, can hide it no more: such a row needs no mark (V10),
-- and a story of whom all others are so loses it. A yes of their own ends on its day, so it keeps it. Runs on H2 and on
-- PostgreSQL.

alter table third_party drop constraint third_party_is_marked;
alter table third_party alter column marked drop not null;
update third_party set marked = null where outcome in ('REDACTED', 'NOT_IDENTIFIABLE')
    and (category <> 'VICTIM' or confirmed_by is not null);
alter table third_party add constraint third_party_is_marked check ((marked is not null and marked)
    or (marked is null and outcome is not null and outcome in ('REDACTED', 'NOT_IDENTIFIABLE')
        and (category <> 'VICTIM' or confirmed_by is not null)));
update story set may_have_others = false where may_have_others = true
    and id not in (select t.story_id from third_party t where t.marked = true);
