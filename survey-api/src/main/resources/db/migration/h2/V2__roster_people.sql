-- Roster: people as HR's list names them; erasable, never in history. An employee has a team; what a lead leads stands
-- in roster_lead.
create table roster_person (
  subject varchar(200) primary key,
  address varchar(254) not null,
  language varchar(2) not null,
  role varchar(16) not null,
  team varchar(64)
);

-- Who may fetch a ticket of a pulse with blind tickets, and the digest of the message for which they did. No time, no
-- order; both tables lose a pulse's rows when it closes.
create table roster_frozen (pulse varchar(64) primary key, salt varchar(64) not null);
create table roster_invitation (
  pulse varchar(64) not null,
  subject varchar(200) not null,
  grp varchar(80) not null,
  digest varchar(64),
  primary key (pulse, subject)
);
create index roster_invitation_subject on roster_invitation (subject);
create index roster_invitation_group on roster_invitation (pulse, grp);
