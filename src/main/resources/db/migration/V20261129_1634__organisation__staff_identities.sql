-- What:  who of the staff is which person, so that one's own case is shut for oneself (edge 14). The number itself is kept
--        nowhere: a digest under a key that lies outside the database.
-- Owner: organisation.
create table staff_identity (
  user_id         varchar(64) primary key,
  identity_digest varchar(64) not null,
  registered_at   timestamptz not null
);
create index staff_identity_digest on staff_identity (identity_digest);
