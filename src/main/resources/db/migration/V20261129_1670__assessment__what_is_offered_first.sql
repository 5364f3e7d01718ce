-- Why:   the letter says whether talks or a group are offered and how the first appointment is held (S5, S15, S106).
-- Owner: assessment.
-- Locks: a constant default and an empty column rewrite nothing.
alter table rights_assessment add column offers text not null default '[]';
alter table rights_assessment add column meeting_form text;
