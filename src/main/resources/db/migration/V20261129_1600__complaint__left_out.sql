-- What:  why something that usually goes to the County Governor with a complaint was left out.
-- Owner: complaint.
alter table complaint add column left_out_reason text;
