-- Why:   where letters go is another thing than how somebody is reached by phone, and was lost among it (S16).
-- Owner: patient. Read for letters only, and never while the address is protected (E10).
-- Data:  stays empty for those already known; their contact is left as it is.
-- Locks: adding an empty column rewrites nothing.
alter table person add column postal_address text;
