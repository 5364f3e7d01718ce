-- What:  which cases of the demo are made, so that a start that was stopped goes on where it was.
-- Owner: demo. Empty everywhere else.
create table demo_marker (
  name varchar(40) primary key,
  at   timestamptz not null
);
