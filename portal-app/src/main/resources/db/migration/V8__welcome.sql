-- Contacts who had their welcome and their sample task: once ever, in whichever company.
create table greeting (
    firm varchar(255) not null,
    user_id varchar(255) not null,
    greeted_at bigint not null,
    primary key (firm, user_id)
);
