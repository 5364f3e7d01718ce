-- What:  messages between the clinic and municipalities, as sent and as received (rule 5). Append-only.
-- Owner: exchange. Content is exactly what was disclosed; it is the receiver's from the moment it is delivered.
create table gateway_message (
  id          uuid         not null,
  direction   varchar(4)   not null,
  type        varchar(60)  not null,
  request_id  varchar(16)  not null,
  from_body   varchar(40)  not null,
  to_body     varchar(40)  not null,
  to_unit     varchar(40),
  content     text         not null,
  sha256      varchar(64)  not null,
  at          timestamptz  not null,
  primary key (id, direction)
);
create index gateway_message_request on gateway_message (request_id, at);
