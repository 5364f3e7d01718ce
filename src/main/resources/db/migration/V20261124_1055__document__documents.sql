-- what: files of cases, and their content apart from them
-- owner: module document
create table document (
  id uuid primary key,
  version bigint not null,
  case_no text references case_file,  -- null: attachment to a referral that is not sent yet
  name text not null,
  content_type text not null,
  size bigint not null,
  sha256 text not null,
  thing text not null,
  at timestamptz not null,
  stored_by text not null
);
create index document_case on document (case_no);

create table document_content (
  document_id uuid primary key references document,
  content bytea not null
);
