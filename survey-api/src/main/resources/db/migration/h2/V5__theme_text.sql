-- what people wrote, sealed as in history
create table theme_text (
    unit varchar(64) not null,
    pulse varchar(64) not null,
    content character large object not null,
    primary key (unit, pulse)
);
