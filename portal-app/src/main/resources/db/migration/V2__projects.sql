-- A firm is the name of its realm, a company the id of its organization. Times are milliseconds since the epoch.

create table project (
    id varchar(36) not null primary key,
    firm varchar(255) not null,
    company_id varchar(36) not null,
    name varchar(200) not null,
    description varchar(4000),
    closed boolean not null,
    -- The caller's own name for it, and the SHA-256 of what it asked for.
    external_id varchar(200),
    content_hash varchar(64),
    created_at bigint not null,
    created_by varchar(255) not null,
    version integer not null,
    unique (firm, external_id)
);
create index project_company on project (firm, company_id, created_at, id);

create table task (
    id varchar(36) not null primary key,
    firm varchar(255) not null,
    company_id varchar(36) not null,
    project_id varchar(36) references project (id) on delete cascade,
    kind varchar(10) not null,
    title varchar(200) not null,
    description varchar(4000),
    due date,
    -- The sample task of a contact's first visit.
    sample boolean not null,
    done boolean not null,
    done_at bigint,
    done_by varchar(500),
    position integer not null,
    created_at bigint not null,
    created_by varchar(255) not null,
    version integer not null
);
create index task_project on task (firm, company_id, project_id, position, id);

-- Who sees a task: a contact, or '*' for all of the company; nobody else does. What the lists of a contact are sorted
-- by is repeated here, so that one index answers them.
create table task_share (
    task_id varchar(36) not null references task (id) on delete cascade,
    reader varchar(255) not null,
    firm varchar(255) not null,
    company_id varchar(36) not null,
    project_id varchar(36),
    done boolean not null,
    -- When it is due: 0 for the sample task, the day's number since 1970, the greatest number for no day.
    urgency bigint not null,
    primary key (task_id, reader)
);
create index task_share_list on task_share (firm, company_id, reader, done, urgency, task_id);
create index task_share_project on task_share (project_id, reader);

create table task_comment (
    id varchar(36) not null primary key,
    task_id varchar(36) not null references task (id) on delete cascade,
    firm varchar(255) not null,
    company_id varchar(36) not null,
    author_id varchar(255) not null,
    author_name varchar(500) not null,
    of_firm boolean not null,
    text varchar(4000) not null,
    written_at bigint not null
);
create index task_comment_task on task_comment (task_id, written_at, id);

create table template (
    id varchar(36) not null primary key,
    firm varchar(255) not null,
    name varchar(200) not null,
    description varchar(4000),
    -- True for the one whose first task greets a new contact, else null: a firm has one.
    sample boolean,
    version integer not null,
    unique (firm, name),
    unique (firm, sample)
);

create table template_task (
    id varchar(36) not null primary key,
    template_id varchar(36) not null references template (id) on delete cascade,
    position integer not null,
    kind varchar(10) not null,
    title varchar(200) not null,
    description varchar(4000),
    -- Due so many days after the project was made.
    due_days integer,
    unique (template_id, position)
);

-- Who did what. No text that people wrote is in here.
create table audit_entry (
    id varchar(36) not null primary key,
    firm varchar(255) not null,
    company_id varchar(36),
    happened_at bigint not null,
    actor_id varchar(255) not null,
    actor_kind varchar(10) not null,
    action varchar(40) not null,
    subject_id varchar(255) not null
);
create index audit_entry_at on audit_entry (firm, happened_at, id);
