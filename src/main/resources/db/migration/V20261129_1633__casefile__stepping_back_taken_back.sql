-- What:  stepping back by mistake can be taken back, by who did it or by the head of the unit; the tasks that went back to
--        the group come back if nobody has taken them. Why somebody stepped back is still kept nowhere.
-- Owner: casefile.
alter table case_conflict
  add column task_ids      text,
  add column taken_back_at timestamptz,
  add column taken_back_by varchar(64);
