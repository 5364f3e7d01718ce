-- Why:   auditors list the newest cases of their body, and the night looks for cases that closed long ago.
-- Owner: casefile.
-- Locks: writes to case_file wait while the indexes are built.
create index case_file_body on case_file (body, opened_at desc);
create index case_file_closed on case_file (closed_at) where closed_at is not null;
