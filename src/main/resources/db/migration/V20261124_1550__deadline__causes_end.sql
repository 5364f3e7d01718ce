-- what: a cause that lasts ends by a row of its own; both stay
-- owner: module deadline
alter table deadline_cause add column ends boolean not null default false;
