-- What:  what is done of a complaint that was upheld in part, and when it was done.
-- Owner: complaint.
-- Data:  complaints upheld in part before stay NULL: what is done stands in the reason only.
alter table complaint add column part_words text;
alter table complaint add column part_done text;
alter table complaint add column part_done_at timestamptz;
