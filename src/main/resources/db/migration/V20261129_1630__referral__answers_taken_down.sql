-- What:  answers of a referrer that came by letter, by phone or at the desk and were typed by intake, and the words that
--        go with a choice (which allergies).
-- Owner: referral. The scan lies with module document. Names of who answered stand here and in the case's ledger only.
create table referral_answer_taken (
  id          uuid primary key,
  version     bigint       not null,
  referral_id uuid         not null references referral (id),
  channel     varchar(20)  not null,
  received_at timestamptz  not null,
  answered_by varchar(120) not null,
  document_id uuid,
  noted_by    varchar(64)  not null,
  noted_at    timestamptz  not null
);
create index referral_answer_taken_referral on referral_answer_taken (referral_id);
alter table referral_question
  add column taken_id     uuid references referral_answer_taken (id),
  add column answer_words text;
