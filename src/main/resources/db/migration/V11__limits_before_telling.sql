-- The limits of confidentiality as somebody was shown them before they told a first word. A fact: never changed.
create table limits_shown (
    id uuid primary key,
    account_id uuid not null,
    notice_version integer not null,
    notice_hash varchar(64) not null,
    language varchar(20) not null,
    said varchar(4000) not null,
    shown_at timestamp(6) with time zone not null,
    constraint limits_shown_account foreign key (account_id) references account (id),
    constraint limits_shown_notice foreign key (notice_hash) references consent_notice (hash)
);

create index limits_shown_by_account on limits_shown (account_id, notice_version);
