-- Views: what was ever said of the organisation, changes that hold or are to come, and which teams came of which.
create table organisation_fact (
  place bigint primary key,
  recorded_on date not null,
  effective_on date not null,
  id varchar(80) not null,
  content text
);
create table organisation_reorganisation (
  reorganisation varchar(64) primary key,
  state varchar(16) not null,
  effective_on date not null,
  content text not null
);
create table organisation_descent (
  place int primary key,
  origin varchar(64) not null,
  successor varchar(64) not null,
  people int not null,
  recorded_on date not null
);
alter table agenda_pulse add column issued_on date;
