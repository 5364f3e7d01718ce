-- What:  whether a clock runs again after its timers in the engine have ended; a round watches those (decisions 1.1).
-- Owner: deadline.
-- Locks: a constant default rewrites nothing.
alter table deadline_clock add column resumed boolean not null default false;
create index deadline_clock_resumed on deadline_clock (id) where resumed and stopped_at is null;
-- whose letter came back before this was known
update deadline_clock set resumed = true
  where stopped_at is null and family = 'T01' and exists (
    select 1 from case_event e where e.case_no = deadline_clock.case_no and e.type = 'deadline.resumed/1');
