-- Why:   when the deadline is more than four months away, the letter may name a week in place of day and time.
-- Owner: assessment.
-- Locks: adding an empty column rewrites nothing.
alter table rights_assessment add column appointment_week date;
