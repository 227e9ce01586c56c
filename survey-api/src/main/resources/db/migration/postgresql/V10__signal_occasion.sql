-- Pulses that asked a group both sides of a pattern, in the order in which they were released.
create table signal_occasion (
  grp varchar(80) not null,
  pattern varchar(60) not null,
  pulse varchar(64) not null,
  place int not null,
  content text not null,
  primary key (grp, pattern, pulse)
);
