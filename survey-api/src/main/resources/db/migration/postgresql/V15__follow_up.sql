-- Wordings of people, beside history: ordinary rows that are corrected and erased. No view, so never made anew.
create table wording (
  wording varchar(64) primary key,
  subject varchar(160) not null,
  content varchar(1000) not null
);
create index wording_subject on wording (subject);
-- Which group sent which development point, once per pulse. No view either, and read by its own people only.
create table point_sender (
  point varchar(64) primary key,
  grp varchar(80) not null,
  pulse varchar(64) not null,
  constraint point_sender_once unique (grp, pulse)
);
-- Views: what was done with answers, without texts.
create table followup_action (
  action varchar(64) primary key,
  team varchar(64) not null,
  content text not null
);
create index followup_action_team on followup_action (team);
create table followup_development (
  kind varchar(8) not null,
  id varchar(64) not null,
  content text not null,
  primary key (kind, id)
);
