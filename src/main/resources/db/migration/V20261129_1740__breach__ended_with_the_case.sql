-- What:  why a breach ended with its case (died, withdrew, transferred), and when Helfo was told to look no further.
-- Owner: breach. Breaches already on record stay null: they ended otherwise or still run.
-- Locks: adds nullable columns; safe while the application runs.
alter table deadline_breach
  add column stop_cause    varchar(20),
  add column helfo_done_at timestamptz;
