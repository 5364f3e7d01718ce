-- Why:   a referral looks its person up by body and national id; the unique index leaves failing ids out, so it cannot answer.
-- Owner: patient.
-- Locks: writes to person wait while the index is built.
create index person_body_any_national_id on person (body, national_id) where national_id is not null;
