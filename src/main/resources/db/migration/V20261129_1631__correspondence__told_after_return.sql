-- What:  what became of a letter that came back: the receiver was told in another way, or it went to a new address.
-- Owner: correspondence. What was said stands here only; when it was sent the first time stays with the letter (T01).
create table letter_told (
  id        uuid         primary key,
  letter_id uuid         not null references letter (id),
  how       varchar(20)  not null,
  at        timestamptz  not null,
  told_by   varchar(120) not null,
  words     varchar(1000),
  noted_at  timestamptz  not null,
  noted_by  varchar(64)  not null
);
create index letter_told_letter on letter_told (letter_id, at);
