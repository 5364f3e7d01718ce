-- Why:   each task that is completed throws away what was done more than 30 days ago; without this it read all of it.
-- Owner: worklist.
-- Locks: writes to work_done wait while the index is built.
create index work_done_at on work_done (done_at);
