-- Roster: under which id the vault keeps the key of each lead's own answers. Whoever is erased loses row and key.
create table roster_mirror_key (
  subject varchar(200) primary key,
  key_id varchar(64) not null unique
);

-- What leads answered of themselves, sealed as in history; who they are does not stand here.
create table reflection_mirror (
  mirror varchar(64) primary key,
  grp varchar(80) not null,
  pulse varchar(64) not null,
  shared boolean not null,
  content text not null
);
create index reflection_mirror_group on reflection_mirror (grp, pulse);

-- What was released of single statements that speak for a pattern beside its gap.
create table signal_evidence (
  grp varchar(80) not null,
  item varchar(60) not null,
  pulse varchar(64) not null,
  place int not null,
  content text not null,
  primary key (grp, item, pulse)
);
