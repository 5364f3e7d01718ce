-- Why:   a shared phone tells others who is in care, and a wrong number is somebody else's (S16).
-- Owner: patient.
-- Locks: adding an empty column rewrites nothing.
alter table person add column phone_caution text
  constraint person_phone_caution_known check (phone_caution in ('shared', 'wrong'));
