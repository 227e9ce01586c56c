-- What was said at the checkpoints of lines, in the order in which it was.
create table trend_outcome (
  outcome varchar(64) primary key,
  grp varchar(80) not null,
  construct varchar(64) not null,
  place int not null,
  content character large object not null
);
create index trend_outcome_line on trend_outcome (grp, construct, place);
