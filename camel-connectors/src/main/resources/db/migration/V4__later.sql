-- Commands that are not begun now: Keycloak said when to come again, or one of the same company waits for that before them.
create table cn_later (
    place bigint generated always as identity primary key,
    command_id varchar(36) not null unique references cn_command (id) on delete cascade,
    company_group varchar(300) not null,
    -- When it was first put off.
    since bigint not null,
    due bigint not null,
    -- Whether it is on the queue again.
    queued boolean not null
);
create index cn_later_group on cn_later (company_group, place);
create index cn_later_due on cn_later (queued, due);
