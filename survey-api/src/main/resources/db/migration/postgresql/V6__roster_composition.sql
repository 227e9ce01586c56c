-- Who was in a group at its last pulse, so that the next one can tell how many came and went; whoever is erased from the
-- list of people is erased here and leaves a number.
create table roster_composition (
  grp varchar(80) not null,
  subject varchar(200) not null,
  primary key (grp, subject)
);
create table roster_composition_gone (grp varchar(80) primary key, gone int not null);
