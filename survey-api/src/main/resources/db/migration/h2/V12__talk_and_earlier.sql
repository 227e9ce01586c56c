-- Views: word lists, which one reads which texts, and what was released of the statements about errors.
create table talk_lexicon (
  lexicon varchar(64) primary key,
  content character large object not null
);
create table talk_in_force (
  language varchar(2) primary key,
  lexicon varchar(64) not null
);
create table talk_reader (
  lexicon varchar(64) not null,
  unit varchar(64) not null,
  pulse varchar(64) not null,
  primary key (lexicon, unit, pulse)
);
create table talk_statement (
  pulse varchar(64) not null,
  block character large object not null,
  unit varchar(64) not null,
  item varchar(64) not null,
  n int not null,
  low int not null,
  high int not null
);
create index talk_statement_pulse on talk_statement (pulse);

-- A view: earlier results of other suppliers.
create table earlier_reference (
  reference varchar(64) primary key,
  content character large object not null
);
