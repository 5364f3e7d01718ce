-- What:  when somebody is away, and which colleague with the same role in the unit stands in.
-- Owner: organisation. An absence that ended early keeps who ended it.
create table user_absence (
  id            uuid primary key,
  user_id       varchar(64)  not null,
  deputy_id     varchar(64)  not null,
  role          varchar(40)  not null,
  unit          varchar(60)  not null,
  from_date     date         not null,
  until_date    date         not null,
  registered_by varchar(64)  not null,
  registered_at timestamptz  not null,
  ended_by      varchar(64),
  ended_at      timestamptz,
  constraint user_absence_other check (user_id <> deputy_id),
  constraint user_absence_order check (from_date <= until_date)
);
create index user_absence_deputy on user_absence (deputy_id, until_date) where ended_at is null;
create index user_absence_user on user_absence (user_id, until_date) where ended_at is null;
