-- The tables as a vmail of schema 1 made them; SchemaUpgradeTest takes such a workspace on.

create table run (
    id            varchar(200) primary key,
    command       varchar(200) not null,
    state         varchar(200) not null,
    started       timestamp(9) with time zone not null,
    ended         timestamp(9) with time zone,
    -- records of the sources; null where the command reads none
    records_read  bigint,
    accounts      bigint,
    shared        bigint,
    aliases       bigint,
    domains       bigint,
    rejected      bigint,
    skipped       bigint,
    lost          bigint,
    -- entries of the directory; null where the command writes none
    added         bigint,
    changed       bigint,
    unchanged     bigint,
    refused       bigint,
    -- null where the command does not audit
    verdict       varchar(4000),
    checked       bigint not null,
    made_stores   bigint not null
);

-- how many findings of each severity and of each effect
create table run_tally (
    run_id  varchar(200) not null references run (id) on delete cascade,
    kind    varchar(10) not null,
    word    varchar(40) not null,
    number  bigint not null,
    primary key (run_id, kind, word)
);

create table run_note (
    run_id    varchar(200) not null references run (id) on delete cascade,
    position  int not null,
    text      varchar(4000) not null,
    primary key (run_id, position)
);

create table finding (
    run_id       varchar(200) not null references run (id) on delete cascade,
    position     bigint not null,
    rule         varchar(200) not null,
    severity     varchar(10) not null,
    effect       varchar(10) not null,
    origin       varchar(4000) not null,
    dn           varchar(4000) not null,
    message      varchar(4000) not null,
    remedy       varchar(4000) not null,
    fingerprint  char(32) not null,
    primary key (run_id, position)
);

-- last, so that its row says that the tables above are all there
create table vmail_schema (
    version  int not null
);
