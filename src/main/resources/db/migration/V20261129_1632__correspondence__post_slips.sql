-- What:  what goes by post and is no letter of ours, where people post by hand: a referral that is sent on.
-- Owner: correspondence. It bears the reference of what is sent; no name, no address.
create table post_slip (
  id          uuid         primary key,
  case_no     varchar(16)  not null,
  reference   varchar(16)  not null,
  laid_at     timestamptz  not null,
  posted_on   date,
  posted_at   timestamptz,
  posted_by   varchar(64),
  returned_at timestamptz
);
create index post_slip_lying on post_slip (laid_at) where posted_at is null;
create index post_slip_gone on post_slip (posted_at) where posted_at is not null;
