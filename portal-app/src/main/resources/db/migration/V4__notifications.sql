-- What contacts are to be told by mail, and what became of it. The user '*' is everybody of the company: such a row ends by
-- becoming one row for each contact. The id of each is made from that row's id and the contact's, so that a repeat adds none.
create table portal_notification (
    id varchar(36) not null primary key,
    firm varchar(255) not null,
    domain varchar(255) not null,
    company_id varchar(36) not null,
    user_id varchar(255) not null,
    kind varchar(20) not null,
    target varchar(2000) not null,
    title varchar(255) not null,
    text varchar(2000),
    state varchar(20) not null,
    -- Why it was refused, or not sent when it was last tried.
    reason varchar(255),
    attempts integer not null,
    created_at bigint not null,
    -- When to try it (next). While a node does so, the end of that node's lease.
    due_at bigint not null,
    finished_at bigint
);
create index portal_notification_due on portal_notification (finished_at, due_at);
