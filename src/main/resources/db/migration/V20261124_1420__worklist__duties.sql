-- What:  work that only its cause takes off the list, such as a duty towards a child: no "done" by hand.
-- Owner: worklist.
alter table work_item add column by_cause boolean not null default false;
