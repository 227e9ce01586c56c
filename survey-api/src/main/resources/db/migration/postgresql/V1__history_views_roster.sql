-- History: every released figure and nothing finer. Appended to, never changed.
create table history_event (
  global_index bigint generated always as identity primary key,
  event_identifier varchar(255) not null unique,
  aggregate_identifier varchar(255) not null,
  sequence_number bigint not null,
  type varchar(255) not null,
  payload_type varchar(255) not null,
  payload_revision varchar(255) not null,
  time_stamp varchar(64) not null,
  payload text not null,
  meta_data text not null,
  unique (aggregate_identifier, sequence_number)
);

create table history_snapshot (
  event_identifier varchar(255) not null unique,
  aggregate_identifier varchar(255) not null,
  sequence_number bigint not null,
  type varchar(255) not null,
  payload_type varchar(255) not null,
  payload_revision varchar(255) not null,
  time_stamp varchar(64) not null,
  payload text not null,
  meta_data text not null,
  primary key (aggregate_identifier, sequence_number)
);

-- Appends lock this row first, so that positions become visible in the order in which they were given.
create table history_append_order (id int primary key);
insert into history_append_order values (1);

-- How far each processor has read.
create table history_token (
  processor_name varchar(255) not null,
  segment int not null,
  token varchar(100000),
  token_type varchar(255),
  time_stamp varchar(64),
  owner varchar(255),
  primary key (processor_name, segment)
);

-- Views: folds over history; can be deleted and rebuilt.
create table view_position (name varchar(64) primary key, position bigint not null);

create table organisation_unit (unit varchar(64) primary key, name varchar(200) not null, parent varchar(64), size int not null);
create table organisation_team (team varchar(64) primary key, name varchar(200) not null, unit varchar(64) not null, size int not null);
create table organisation_group (grp varchar(64) not null, team varchar(64) not null, primary key (grp, team));

create table agenda_pulse (
  pulse varchar(64) primary key,
  state varchar(16) not null,
  opens_at bigint not null,
  closes_at bigint not null,
  issued text not null,
  published text,
  cancelled varchar(600)
);

create table shelf_instrument (instrument varchar(64) primary key, definition text not null);

create table trend_point (
  grp varchar(80) not null,
  construct varchar(64) not null,
  pulse varchar(64) not null,
  ordinal int not null,
  line int not null,
  own boolean not null,
  content text not null,
  primary key (grp, construct, pulse)
);
create index trend_point_order on trend_point (grp, construct, ordinal);

-- Roster: who is who; erasable, never in history.
create table roster_lead (team varchar(64) not null, subject varchar(200) not null, primary key (team, subject));
create index roster_lead_subject on roster_lead (subject);

-- The driven clock of a demonstration, which marks the store as one; empty everywhere else.
create table demonstration_clock (id int primary key, ahead_millis bigint not null);

-- The one recurring task (db-scheduler).
create table scheduled_tasks (
  task_name varchar(100) not null,
  task_instance varchar(100) not null,
  task_data bytea,
  execution_time timestamptz not null,
  picked boolean not null,
  picked_by varchar(50),
  last_success timestamptz,
  last_failure timestamptz,
  consecutive_failures int,
  last_heartbeat timestamptz,
  version bigint not null,
  priority smallint,
  primary key (task_name, task_instance)
);
create index scheduled_tasks_execution on scheduled_tasks (execution_time);
create index scheduled_tasks_heartbeat on scheduled_tasks (last_heartbeat);
