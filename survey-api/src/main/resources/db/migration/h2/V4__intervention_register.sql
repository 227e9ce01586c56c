-- A view: what was done in teams so that people learn.
create table register_intervention (
  intervention varchar(64) primary key,
  withdrawn boolean not null,
  content character large object not null
);
create table register_team (
  intervention varchar(64) not null,
  team varchar(64) not null,
  primary key (intervention, team)
);
create index register_team_team on register_team (team);
