-- What:  what auditors searched for, and why; append-only.
-- Owner: audit.
create table audit_search (
  id      uuid primary key,
  at      timestamptz  not null,
  by_user varchar(64)  not null,
  case_no varchar(16),
  purpose text         not null
);
create index audit_search_at on audit_search (at desc);
