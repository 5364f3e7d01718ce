-- What:  referrals that intake takes down from paper or phone: their sender has no user here and is answered by post.
-- Owner: referral. Name, address and phone of a sender stand here and in the letter only.
alter table referral
  alter column sent_by drop not null,
  alter column sender_body drop not null,
  add column sender_name    varchar(120),
  add column sender_office  varchar(120),
  add column sender_address varchar(300),
  add column sender_phone   varchar(40),
  add column taken_down_by  varchar(64),
  add constraint referral_has_a_sender check (sent_by is not null or taken_down_by is not null);
create index referral_unregistered on referral (received_at) where registered_at is null;
