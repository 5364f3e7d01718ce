-- Why:   a decision letter with a mistake is corrected by a new one that names it; both are kept.
-- Owner: correspondence.
-- Locks: adding two empty columns rewrites nothing.
alter table letter add column replaces uuid;
alter table letter add column superseded_by uuid;
