-- Why:   the inbox asks for the newest of all, and for the newest of one coordinator; only those of a unit had an index.
-- Owner: municipality.
-- Locks: writes to municipal_application wait while the indexes are built.
create index municipal_application_newest on municipal_application (received_at desc);
create index municipal_application_coordinator on municipal_application (coordinator, received_at desc)
  where coordinator is not null;
