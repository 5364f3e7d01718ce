-- what: persons behind cases, one row per data controller; grounds for disclosure; the patient's own access blocks
-- owner: module patient
create table person (
  id uuid primary key,
  version bigint not null,
  body text not null,
  family_name text not null,
  given_name text not null,
  id_kind text not null,
  national_id text,
  id_mark text not null,              -- ok, synthetic, failing, absent: marked, never refused
  identity_confirmed boolean,         -- null until somebody has looked
  born_on date,
  sex text,
  contact text,
  letter_language text,
  language_source text,
  protection text not null,
  died_on date,
  created_at timestamptz not null,
  constraint person_sex check (sex in ('m', 'f')),
  constraint person_letter_language check (letter_language in ('nn', 'nb', 'en'))
);
-- a failing id may be somebody else's with a slip of the pen, so only sound ids make a person the same
create unique index person_body_national_id on person (body, national_id)
  where national_id is not null and id_mark in ('ok', 'synthetic');
create index person_body_name on person (body, lower(family_name), lower(given_name));

create table legal_base (
  id uuid primary key,
  version bigint not null,
  person_id uuid not null references person,
  kind text not null,
  recipient_body text not null,
  recipient_unit text,
  purpose text not null,
  categories text not null,           -- words, comma between
  valid_from date not null,
  valid_until date,
  given_as text,
  limits text,
  recorded_by text not null,
  recorded_at timestamptz not null,
  withdrawn_at timestamptz,
  withdrawn_by text
);
create index legal_base_person on legal_base (person_id);

-- pbrl 5-3: the patient keeps somebody out; null thing means everything
create table access_block (
  id uuid primary key,
  person_id uuid not null references person,
  target_kind text not null check (target_kind in ('user', 'unit', 'body')),
  target text not null,
  thing text,
  recorded_by text not null,
  recorded_at timestamptz not null,
  lifted_at timestamptz,
  lifted_by text
);
create index access_block_person on access_block (person_id) where lifted_at is null;
