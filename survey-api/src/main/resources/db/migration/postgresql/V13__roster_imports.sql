-- How colleagues know somebody, where HR's list says it; erasable like all of the roster.
alter table roster_person add column name varchar(200);

-- Who changes the roster locks this row first, so that what was compared is what is changed.
create table roster_order (id int primary key);
insert into roster_order values (1);

-- Lists of people that HR sent. The rows beside it are, of a list that was shown, what it says; of the latest that was
-- applied, the roster of before it. They are deleted after a day and after 30 days, and whoever is erased is erased here.
create table roster_import (
  import_id varchar(64) primary key,
  state varchar(16) not null,
  kept_on date not null,
  number bigint not null,
  roster varchar(64)
);
create table roster_import_person (
  import_id varchar(64) not null,
  subject varchar(200) not null,
  name varchar(200),
  address varchar(254) not null,
  language varchar(2) not null,
  role varchar(16) not null,
  team varchar(64),
  primary key (import_id, subject)
);
create index roster_import_person_subject on roster_import_person (subject);
create table roster_import_lead (
  import_id varchar(64) not null,
  team varchar(64) not null,
  subject varchar(200) not null,
  primary key (import_id, team, subject)
);
create index roster_import_lead_subject on roster_import_lead (subject);
create table roster_import_composition (
  import_id varchar(64) not null,
  grp varchar(80) not null,
  subject varchar(200) not null,
  primary key (import_id, grp, subject)
);
create table roster_import_size (
  import_id varchar(64) not null,
  team boolean not null,
  id varchar(64) not null,
  size int not null,
  counted boolean not null,
  primary key (import_id, team, id)
);
