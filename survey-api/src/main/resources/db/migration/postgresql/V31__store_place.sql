-- Which vault, and which place of boxes, this history belongs to: a name that each was given when it was founded.
create table store_place (kind varchar(16) primary key, identity varchar(64) not null);
