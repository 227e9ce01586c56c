-- Making the views anew, as a job; a node that works on one says so now and then.
create table rebuild_job (
  job varchar(64) primary key,
  place bigint not null unique,
  state varchar(16) not null,
  done bigint not null,
  total bigint not null,
  differed bigint,
  started_on date not null,
  node varchar(64),
  alive_at bigint not null
);
