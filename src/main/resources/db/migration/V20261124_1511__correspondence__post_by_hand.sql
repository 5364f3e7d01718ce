-- What:  which letters go by post, what holds one back, and the day on which it was posted.
-- Owner: correspondence. No address is kept here: it stands in the letter.
alter table letter
  add column by_post       boolean not null default false,
  add column lacks_address boolean not null default false,
  add column hold_reason   varchar(40),
  add column posted_on     date;
update letter set by_post = true
 where exists (select from outbox o where o.subject_id = letter.id::text and o.payload = 'letter' and o.transport = 'post');
create index letter_at_the_desk on letter (written_at) where by_post and state in ('TO_POST', 'HELD', 'FAILED', 'RETURNED');
create index letter_gone_by_post on letter (sent_at) where by_post and state = 'SENT';
