-- What:  the number of a user in the national register of health personnel (HPR), and the local copy of that register.
-- Owner: organisation. The national register is not reachable from here; the copy holds synthetic entries in demo and
--        tests and nothing elsewhere. An empty copy knows nobody and says so.
alter table user_account add column hpr_number text check (hpr_number ~ '^[0-9]{7,9}$');

create table health_personnel (
  number     text primary key check (number ~ '^[0-9]{7,9}$'),
  profession text,
  standing   text not null check (standing in ('authorised', 'unreachable'))
);
comment on table health_personnel is 'Local copy of the register of health personnel. A row with standing unreachable stands for a question that got no answer.';
