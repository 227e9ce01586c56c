-- How long a rebuild has been worked on, in milliseconds, so that anybody can tell how much longer it takes.
alter table rebuild_job add column millis bigint default 0 not null;
