-- Why:   the letter that told the patient stops the clock once; a correction of it is another letter and reopens
--        nothing, so it has a place of its own.
-- Owner: assessment.
-- Locks: adding an empty column rewrites nothing.
alter table rights_assessment add column corrected_letter uuid;
