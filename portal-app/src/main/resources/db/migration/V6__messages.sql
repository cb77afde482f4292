-- What one contact of a company and the firm write to each other: one thread for each contact and company. Messages in
-- it have times of their own, each later than the one before.
create table message_thread (
    id varchar(36) not null primary key,
    firm varchar(255) not null,
    company_id varchar(36) not null,
    user_id varchar(255) not null,
    -- As the contact's token had them last, for the firm's inbox.
    contact_name varchar(500) not null,
    company_name varchar(500) not null,
    -- Of the newest message.
    written_at bigint not null,
    unread_by_contact integer not null,
    unread_by_firm boolean not null,
    unique (firm, company_id, user_id)
);
create index message_thread_inbox on message_thread (firm, unread_by_firm, written_at, id);

-- The id comes with the form: sent twice, it is one message.
create table message (
    thread_id varchar(36) not null references message_thread (id) on delete cascade,
    id varchar(36) not null,
    firm varchar(255) not null,
    company_id varchar(36) not null,
    author_id varchar(255) not null,
    author_name varchar(500) not null,
    of_firm boolean not null,
    text varchar(4000) not null,
    written_at bigint not null,
    primary key (thread_id, id)
);
create index message_newest on message (thread_id, written_at);
