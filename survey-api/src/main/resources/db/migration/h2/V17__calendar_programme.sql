-- A view: programmes, what became of their days, and what holds the next pulse up.
create table calendar_programme (
  programme varchar(64) primary key,
  content character large object not null
);
