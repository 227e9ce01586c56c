-- Roster: who led each group when it was asked last, so that a group that comes of others can tell whether its leads are
-- the same; erasable like the rest.
create table roster_group_lead (
  grp varchar(80) not null,
  subject varchar(200) not null,
  primary key (grp, subject)
);
