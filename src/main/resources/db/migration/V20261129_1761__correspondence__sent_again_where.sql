-- Why:   whether a letter reached somebody may be asked later; then it must be known where it went, and the sheet before
--        a letter that is sent again has the letterhead of the letter (S16, S37).
-- Owner: correspondence.
-- Data:  stays empty for what was written or sent again before; then the letterhead is that of the case's unit.
-- Locks: adding empty columns rewrites nothing.
alter table letter_told add column address text;
alter table letter add column sender_unit varchar(64);
