-- What:  work-up and treatment of a case: how far it has come, needs, plan versions, evaluations; children as next of kin.
-- Owner: treatment. No foreign key crosses into another module's or the engine's tables.
-- Data:  children belong to the person, not to the case, and have no names here.
-- child_answer is append-only and needs_record, treatment_plan and evaluation are never changed: the application's role
-- gets SELECT and INSERT only on these four.
create table treatment_course (
  case_no           varchar(16) primary key,
  version           bigint      not null,
  first_appointment timestamptz,
  not_attended      integer     not null default 0,
  first_attended_at timestamptz,
  level             varchar(20),
  clinical_decision varchar(20),
  decision_reason   text,
  decided_at        timestamptz,
  decided_by        varchar(64),
  plan_need         varchar(10),
  follow_up_wanted  varchar(10),
  group_wanted      varchar(10),
  evaluations       integer     not null default 0,
  kin_consent       varchar(20),
  next_evaluation   date,
  ended_at          timestamptz
);

create table needs_record (
  id           uuid primary key,
  version      bigint      not null,
  case_no      varchar(16) not null,
  record_no    integer     not null,
  needs        text        not null,
  instruments  text        not null,
  doctor_seen  varchar(20),
  suicide_risk varchar(20),
  driving      varchar(20),
  interpreter  varchar(10),
  mapped_by    varchar(64) not null,
  mapped_at    timestamptz not null,
  unique (case_no, record_no)
);

create table treatment_plan (
  id              uuid primary key,
  version         bigint      not null,
  case_no         varchar(16) not null,
  plan_version    integer     not null,
  goals           text        not null,
  evaluation_date date        not null,
  agreed          varchar(10),
  copy_given      varchar(20),
  crisis_plan     varchar(20),
  changes         text,
  made_by         varchar(64) not null,
  made_at         timestamptz not null,
  unique (case_no, plan_version)
);

create table evaluation (
  id              uuid primary key,
  version         bigint      not null,
  case_no         varchar(16) not null,
  nth             integer     not null,
  useful          varchar(10),
  plan_changed    text,
  more_work_up    varchar(10),
  children_asked  varchar(10),
  kin_consent     varchar(20),
  goes_on         boolean     not null,
  next_evaluation date,
  held_by         varchar(64) not null,
  held_at         timestamptz not null,
  unique (case_no, nth)
);

create table child_answer (
  id        uuid primary key,
  version   bigint      not null,
  person_id uuid        not null,
  case_no   varchar(16) not null,
  answer    varchar(10) not null check (answer in ('yes', 'no', 'unknown')),
  asked_by  varchar(64) not null,
  asked_at  timestamptz not null
);
create index child_answer_person on child_answer (person_id, asked_at desc);

create table child (
  id         uuid primary key,
  version    bigint      not null,
  person_id  uuid        not null,
  birth_year integer,
  relation   varchar(20),
  lives      varchar(20),
  from_at    timestamptz not null,
  until_at   timestamptz
);
create index child_person on child (person_id) where until_at is null;

create table child_duty (
  id               uuid primary key,
  version          bigint      not null,
  person_id        uuid        not null,
  case_no          varchar(16) not null,
  state            varchar(20) not null,
  talked           boolean     not null,
  contact_informed boolean     not null,
  opened_at        timestamptz not null,
  settled_at       timestamptz
);
create unique index child_duty_open on child_duty (person_id) where state = 'TO_DO';
