-- Webhooks: who is told of pulses, and what is on its way to them. No views: making views anew leaves these alone.
-- Secrets are sealed under a key of the vault. Times are milliseconds since 1970.
create table webhook (
  id varchar(64) primary key,
  url varchar(2000) not null,
  events varchar(200) not null,
  state varchar(16) not null,
  since bigint not null,
  secret varchar(400) not null,
  previous_secret varchar(400),
  previous_until bigint
);
create table webhook_delivery (
  webhook varchar(64) not null references webhook (id) on delete cascade,
  id varchar(64) not null,
  position bigint not null,
  type varchar(40) not null,
  pulse varchar(64) not null,
  body varchar(1000) not null,
  state varchar(16) not null,
  attempts int not null,
  due_at bigint not null,
  claimed_until bigint not null,
  status int,
  failure varchar(40),
  primary key (webhook, id)
);
create index webhook_delivery_due on webhook_delivery (state, due_at);
