-- What:  calls on a case, and calls with no case in which general advice was given (S180): those keep no word and no name.
-- Owner: correspondence. What a caller said stands here only; the ledger keeps its digest.
create table phone_call (
  id        uuid         primary key,
  page_key  varchar(64)  not null unique,
  case_no   varchar(16),
  party     varchar(20)  not null,
  direction varchar(5)   not null check (direction in ('in', 'out')),
  reached   boolean      not null,
  words     varchar(300),
  given     varchar(20),
  at        timestamptz  not null,
  noted_at  timestamptz  not null,
  noted_by  varchar(64)  not null,
  constraint phone_call_without_a_case_says_nothing check (case_no is not null or words is null)
);
create index phone_call_case on phone_call (case_no, at) where case_no is not null;
create index phone_call_general on phone_call (at) where case_no is null;
