-- Files that were uploaded, what would come of them, and the job that does it.
create table cn_import (
    id varchar(36) not null primary key,
    realm varchar(255) not null,
    caller varchar(255) not null,
    file_name varchar(255),
    charset varchar(32),
    delimiter varchar(1),
    -- Whether to begin as soon as there is a plan.
    at_once boolean not null,
    state varchar(16) not null,
    size_bytes bigint not null,
    file_hash varchar(64),
    total_rows bigint not null,
    rows_read bigint not null,
    plan text,
    plan_hash varchar(64),
    -- Why the file could not be read, as JSON.
    problem text,
    job_id varchar(36),
    -- Who works on it has it until then.
    lease bigint not null,
    created_at bigint not null,
    changed_at bigint not null
);
create index cn_import_work on cn_import (state, lease);
create index cn_import_old on cn_import (created_at);

create table cn_import_chunk (
    import_id varchar(36) not null references cn_import (id) on delete cascade,
    seq integer not null,
    content bytea not null,
    primary key (import_id, seq)
);

-- What Keycloak had to say against projects of a file; what the file itself says is read again.
create table cn_import_error (
    import_id varchar(36) not null references cn_import (id) on delete cascade,
    line bigint not null,
    error text not null,
    primary key (import_id, line)
);
