-- What HR arranged for the mails of a pulse; without a row the defaults hold. Reminders: epoch seconds, parted by commas.
create table mail_plan (pulse varchar(64) primary key, reminders varchar(64) not null);

-- How the personal links of a group are handed out, decided once: HAND, or MAIL and then SEALED (made and sealed) or
-- LOST (made, but a crash came before they were sealed).
create table mail_links (
  pulse varchar(64) not null,
  grp varchar(80) not null,
  way varchar(8) not null,
  primary key (pulse, grp)
);

-- Who is written to about a pulse, until the last letter about it has gone out. The code of a personal link is sealed
-- under a key that lies in the vault and goes when the pulse closes; no row holds a code.
create table mail_recipient (
  pulse varchar(64) not null,
  subject varchar(200) not null,
  grp varchar(80) not null,
  link varchar(300),
  primary key (pulse, subject)
);

-- Letters: one row for everybody, whoever answered. next_try in minutes since 1970; 0 once it is over.
create table mail_letter (
  pulse varchar(64) not null,
  kind varchar(16) not null,
  subject varchar(200) not null,
  state varchar(8) not null,
  attempts int not null,
  next_try bigint not null,
  primary key (pulse, kind, subject)
);
create index mail_letter_waiting on mail_letter (state, next_try);

-- Addresses that a mail server refused: about the address, not about a pulse.
create table mail_refusal (
  subject varchar(200) primary key,
  address varchar(254) not null,
  reason varchar(16) not null
);
