-- A view: the constants that were adopted, in the order in which they were.
create table constants_calibration (
  calibration varchar(64) primary key,
  valid_from date not null,
  place int not null,
  content text not null
);
