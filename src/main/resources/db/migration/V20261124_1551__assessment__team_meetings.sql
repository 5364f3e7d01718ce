-- what: the assessment team's meetings: who took part, which cases were on the agenda
-- owner: module assessment
create table team_meeting (
  id uuid primary key,
  version bigint not null,
  unit text not null,
  held_on date not null,
  present text not null,        -- user ids, comma between
  professions text not null,    -- codes, comma between
  left_out text not null,       -- case numbers for a later meeting, comma between
  agenda text,                  -- case numbers in order once the meeting has begun
  begun_at timestamptz,
  constraint team_meeting_day unique (unit, held_on)
);
create index work_item_kind on work_item (kind, role, unit, due_sort, id);
