-- Why:   the operator's page asks for uncertain sendings among all that ever left.
-- Owner: correspondence.
-- Locks: writes to outbox wait while the index is built.
create index outbox_uncertain on outbox (created_at, id) where state = 'UNCERTAIN';
