-- Why:   a base that is withdrawn ends what rests on it, and each of those disclosures its request.
-- Owner: coordination.
-- Locks: writes to both tables wait while the indexes are built.
create index disclosure_base on disclosure (base_id) where ended_at is null;
create index municipal_request_disclosure on municipal_request (disclosure_id);
