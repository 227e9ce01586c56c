-- A view: the scoring rules that were adopted, in the order in which they were.
create table ruling_rule (
  rule varchar(64) primary key,
  valid_from date not null,
  place int not null,
  content text not null
);
-- Replays and how far each has come. What they compute lies in a schema of its own each, beside the live views. Times are
-- milliseconds since 1970; nothing here is history.
create table replay_job (
  job varchar(64) primary key,
  place bigint not null unique,
  state varchar(16) not null,
  done bigint not null,
  total bigint not null,
  head bigint not null,
  millis bigint not null,
  started_on date not null,
  node varchar(64),
  alive_at bigint not null,
  content text not null
);
-- Until when a node is known to be making the views anew, milliseconds since 1970; 0 for none.
insert into view_position (name, position) values ('rebuild', 0);
