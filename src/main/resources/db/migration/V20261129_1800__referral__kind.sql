-- What:  the kind of a referral (ordinary, LAR, next of kin), which the form alone does not tell: what comes on paper or
--        by phone is noted on one form for all kinds. Older referrals are of the kind of their form.
-- Owner: referral.
alter table referral add column kind varchar(20);
update referral set kind = case form
  when 'refer-lar' then 'lar'
  when 'refer-next-of-kin' then 'nextOfKin'
  else 'ordinary'
end;
alter table referral
  alter column kind set not null,
  add constraint referral_kind_is_known check (kind in ('ordinary', 'lar', 'nextOfKin'));
