-- Why:   a letter goes the way the patient accepts: by post, to the digital mailbox, handed over at the desk, or after a
--        phone call; whose word that is, is kept.
-- Owner: patient.
-- Locks: adding empty columns rewrites nothing; the checks find no rows to look at.
alter table person add column letter_channel text;
alter table person add column letter_channel_source text;
alter table person add constraint person_letter_channel check (letter_channel in ('post', 'digital', 'desk', 'phone-first'));
alter table person add constraint person_letter_channel_source check (letter_channel_source in ('patient', 'asked', 'next-of-kin'));
