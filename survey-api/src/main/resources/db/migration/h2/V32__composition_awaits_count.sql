-- Who was in a group at a pulse that closed stands beside who was at the last counted one, until that pulse is counted or
-- cancelled: the pulse whose count it awaits, or nothing.
alter table roster_composition add column awaits varchar(64) default '' not null;
alter table roster_composition drop primary key;
alter table roster_composition add primary key (grp, subject, awaits);
alter table roster_composition_gone add column awaits varchar(64) default '' not null;
alter table roster_composition_gone drop primary key;
alter table roster_composition_gone add primary key (grp, awaits);
alter table roster_import_composition add column awaits varchar(64) default '' not null;
alter table roster_import_composition drop primary key;
alter table roster_import_composition add primary key (import_id, grp, subject, awaits);
