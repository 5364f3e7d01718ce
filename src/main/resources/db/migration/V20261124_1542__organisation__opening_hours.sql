-- What:  when a unit is staffed, by weekday (1 Monday to 7 Sunday). A unit without rows has those of the unit above.
-- Owner: organisation. The hours of the assessment unit are this house's own choice, to be confirmed by its owner; the
--        seeds give those of the outpatient clinic's phone only.
create table unit_opening (
  unit    text not null references unit (key),
  weekday smallint not null check (weekday between 1 and 7),
  opens   time not null,
  closes  time not null check (closes > opens),
  primary key (unit, weekday)
);

insert into unit_opening (unit, weekday, opens, closes)
select u.key, d, time '08:00', time '16:00'
from unit u, generate_series(1, 5) d
where u.key in ('vurdering', 'poliklinikk');
