-- The public key that the works council made for a pulse that is to be issued with two layers.
create table council_key (pulse varchar(64) primary key, spki varbinary(200) not null);
