-- What:  who put a decision letter right last; null while only who signed has.
-- Owner: assessment.
alter table rights_assessment add column corrected_by varchar(64);
