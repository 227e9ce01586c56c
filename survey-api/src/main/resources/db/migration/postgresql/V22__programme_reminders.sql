-- When the programme of a pulse reminds people: it holds again when HR takes times of its own back.
alter table mail_plan add column programme varchar(64);
