-- What:  which form a referral came on, who had it first, whose case it was joined with, where the patient wants to be
--        assessed, and to whom it was sent on in words.
-- Owner: referral. A body that is not in the register has a name and no key.
alter table referral add column form varchar(60) not null default 'refer-patient';
alter table referral add column forwarded_from varchar(120);
alter table referral add column other_body varchar(20);
alter table referral add column forward_name varchar(120);
alter table referral add column place varchar(20);
alter table referral add column joined_to varchar(16);
create index referral_joined_to on referral (joined_to) where joined_to is not null;
