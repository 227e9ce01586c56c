-- The tree over history: the roots of its perfect subtrees. Can be deleted and made anew; the heads cannot.
create table tree_node (
  level int not null,
  node bigint not null,
  hash bytea not null,
  position bigint,
  primary key (level, node)
);

-- How far it has read, in one row that whoever lets it grow locks first.
create table tree_state (
  id int primary key,
  size bigint not null,
  position bigint not null,
  mark varchar(64),
  checked_on varchar(10),
  fault varchar(600)
);
insert into tree_state values (1, 0, 0, null, null, null);

-- What was signed; kept for ever.
create table tree_head (
  size bigint not null,
  signed_on varchar(10) not null,
  root varchar(64) not null,
  signing_key varchar(64) not null,
  signature varchar(100) not null,
  primary key (signed_on, size)
);
