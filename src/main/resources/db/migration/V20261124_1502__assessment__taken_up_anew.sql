-- Why:   after a complaint the assessment is taken up anew; what was told stands until another decision is signed.
-- Owner: assessment.
-- Locks: none worth naming; columns without a default.
alter table rights_assessment add column standing text;
alter table rights_assessment add column outcome_before varchar(20);
alter table rights_assessment add column replaced_letter uuid;
