-- What:  name and address of the GP whom the patient has by now, for the discharge summary (S22).
-- Owner: followup.
-- Locks: adding an empty column rewrites nothing.
alter table case_ending add column gp_now text;
