-- Files that contacts and the firm gave each other. What is in them is kept elsewhere, under the storage key.
create table document (
    id varchar(36) not null primary key,
    firm varchar(255) not null,
    company_id varchar(36) not null,
    -- Null for a document of the company itself.
    task_id varchar(36) references task (id) on delete cascade,
    name varchar(150) not null,
    content_type varchar(100) not null,
    size bigint not null,
    sha256 varchar(64) not null,
    storage_key varchar(64) not null unique,
    of_firm boolean not null,
    uploaded_by varchar(255) not null,
    uploaded_by_name varchar(500) not null,
    uploaded_at bigint not null
);
create index document_list on document (firm, company_id, uploaded_at, id);
create index document_task on document (task_id, uploaded_at, id);
