-- What: bodies (data controllers), their units, those who can sign in, and the roles they hold.
-- Owner: module organisation. Unknown values stay null; the page then shows nothing, never a guess.

create table body (
  key                 text primary key,
  name                text not null,
  kind                text not null check (kind in ('specialist', 'municipality', 'state', 'landlord', 'voluntary',
                        'authority', 'gp-office', 'installation')),
  organisation_number text unique check (organisation_number ~ '^[0-9]{9}$'),
  language            text not null check (language in ('nn', 'nb', 'en')),
  phone               text,
  hours               text,
  post_address        text,
  visit_address       text,
  demo                boolean not null default false,
  version             bigint not null default 0
);
comment on table body is 'One data controller, one circle of confidentiality (cast 1.1).';
comment on column body.demo is 'Fictive; exists in demo and tests only.';

create table unit (
  key        text primary key,
  body       text not null references body (key),
  name_nn    text not null,
  name_nb    text not null,
  parent     text references unit (key),
  address    text,
  phone      text,
  hours      text,
  calendar   text,
  own_circle boolean not null default false,
  version    bigint not null default 0
);
comment on table unit is 'A unit of a body (cast 1.2, 1.3). A unit with the key of its body stands for the body as a whole.';
comment on column unit.own_circle is 'Own circle of confidentiality inside the body: what is disclosed to the body does not reach it.';
create index unit_body_ix on unit (body);

create table user_account (
  id            text primary key,
  user_name     text not null unique check (user_name = lower(user_name)),
  display_name  text not null,
  body          text not null references body (key),
  language      text check (language in ('nn', 'nb', 'en')),
  password_hash text,
  version       bigint not null default 0
);
comment on table user_account is 'Someone who can sign in. The id is opaque: engine, ledger and read log know no other.';
comment on column user_account.language is 'What the user chose to read; null: what the browser asks for.';

create table role_grant (
  id         uuid primary key,
  user_id    text not null references user_account (id),
  role       text not null,
  unit       text not null references unit (key),
  from_date  date not null,
  until_date date check (until_date >= from_date),
  version    bigint not null default 0,
  unique (user_id, role, unit, from_date)
);
comment on table role_grant is 'A role held in one unit, first and last day included (cast 2.1).';
create index role_grant_unit_ix on role_grant (unit, role);

create table role_grant_history (
  id         uuid primary key,
  grant_id   uuid not null references role_grant (id),
  user_id    text not null,
  role       text not null,
  unit       text not null,
  from_date  date not null,
  until_date date,
  change     text not null check (change in ('granted', 'ended')),
  changed_by text not null,
  changed_at timestamptz not null
);
comment on table role_grant_history is
  'Who gave and ended which role when. Append-only: the app role gets no UPDATE, DELETE or TRUNCATE here.';
create index role_grant_history_user_ix on role_grant_history (user_id, changed_at);
