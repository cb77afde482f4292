-- Who signed which document. What the page of evidence says is repeated here, so that a file that comes back can be held
-- against it.
create table signature (
    id varchar(36) not null primary key,
    firm varchar(255) not null,
    company_id varchar(36) not null,
    -- The first signature is the task's only one, also when two are sent at once.
    task_id varchar(36) not null unique references task (id) on delete cascade,
    original_id varchar(36) not null,
    original_sha256 varchar(64) not null,
    signed_id varchar(36) not null,
    signed_sha256 varchar(64) not null,
    document_name varchar(150) not null,
    company_name varchar(255) not null,
    signer_id varchar(255) not null,
    signer_name varchar(500) not null,
    signer_email varchar(255),
    typed_name varchar(200) not null,
    signed_at bigint not null,
    ip varchar(64) not null,
    client varchar(64)
);
create index signature_signed on signature (firm, signed_sha256);
create index signature_original on signature (firm, original_sha256);
