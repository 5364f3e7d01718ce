-- What:  whether a case is shut for somebody because they are the patient, not because they stepped back.
-- Owner: casefile.
alter table case_conflict add column own_case boolean not null default false;
