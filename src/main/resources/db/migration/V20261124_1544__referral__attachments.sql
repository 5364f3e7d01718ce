-- What:  files that go along with a referral: of a draft until it is sent, then of the referral. One that was taken out
--        again before sending keeps its row; nobody can open it.
-- Owner: referral. The file itself lies with module document.
create table referral_attachment (
  document_id uuid primary key,
  draft_id    uuid        not null,
  owner       varchar(64) not null,
  attached_at timestamptz not null,
  removed_at  timestamptz,
  referral_id uuid        references referral (id)
);
create index referral_attachment_draft on referral_attachment (draft_id, owner);
create index referral_attachment_referral on referral_attachment (referral_id) where referral_id is not null;
