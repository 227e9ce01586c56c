-- The monthly mail to leads about learning forms: one row for each lead and month, until the month is over. next_try in
-- minutes since 1970; 0 once it is over.
create table mail_monthly (
  subject varchar(200) not null,
  month_asked varchar(7) not null,
  state varchar(8) not null,
  attempts int not null,
  next_try bigint not null,
  primary key (subject, month_asked)
);
