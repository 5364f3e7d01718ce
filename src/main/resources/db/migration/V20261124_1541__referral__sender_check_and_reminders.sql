-- What:  what was found out about the sender when the referral came, and when a silent referrer was last reminded.
-- Owner: referral.
alter table referral add column sender_standing varchar(20);
alter table referral add column sender_profession varchar(40);
alter table referral_question add column reminded_at timestamptz;
