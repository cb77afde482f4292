-- What was accepted, how far it is, and what came of it.
create table cn_job (
    id varchar(36) not null primary key,
    realm varchar(255) not null,
    kind varchar(16) not null,
    caller varchar(255) not null,
    -- The Idempotency-Key, or what stands for one; once for each caller.
    idempotency_key varchar(300),
    body_hash varchar(64),
    state varchar(16) not null,
    total integer not null,
    -- How many of its commands are on the queue or beyond, in their order.
    fed integer not null,
    fed_lease bigint not null,
    done integer not null,
    failed integer not null,
    dead integer not null,
    cancelled integer not null,
    created_at bigint not null,
    finished_at bigint
);
create unique index cn_job_key on cn_job (realm, caller, idempotency_key);
create index cn_job_newest on cn_job (realm, created_at, id);
create index cn_job_state on cn_job (state, created_at);
create index cn_job_finished on cn_job (finished_at);

create table cn_command (
    id varchar(36) not null primary key,
    job_id varchar(36) not null references cn_job (id) on delete cascade,
    seq integer not null,
    realm varchar(255) not null,
    -- Commands of one group are worked on in their order.
    company_group varchar(300) not null,
    external_id varchar(200),
    body text not null,
    state varchar(16) not null,
    -- Whom it invites, decided once; null until then.
    invited text,
    result text,
    problem_type varchar(255),
    problem_detail varchar(2000),
    finished_at bigint
);
create unique index cn_command_seq on cn_command (job_id, seq);
create index cn_command_state on cn_command (job_id, state, seq);

-- Calls of a client in a minute.
create table cn_calls (
    caller varchar(511) not null,
    in_minute bigint not null,
    calls integer not null,
    primary key (caller, in_minute)
);
