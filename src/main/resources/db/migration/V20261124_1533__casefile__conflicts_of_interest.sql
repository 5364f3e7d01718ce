-- What:  who has stepped back from a case because of a conflict of interest. Why is asked of nobody and kept nowhere.
-- Owner: casefile.
create table case_conflict (
  case_no     varchar(16)  not null,
  user_id     varchar(64)  not null,
  declared_at timestamptz  not null,
  primary key (case_no, user_id)
);
create index case_conflict_user on case_conflict (user_id, case_no);
