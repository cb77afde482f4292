-- When contacts are to be reminded of a task before or after its due date, and where the mail leads: nobody visits then.
create table reminder (
    task_id varchar(36) not null primary key references task (id) on delete cascade,
    firm varchar(255) not null,
    company_id varchar(36) not null,
    domain varchar(255) not null,
    -- The address of the company's pages.
    address varchar(1000) not null,
    -- The next day on which to remind, as it is where the firm is.
    remind_on date not null
);
create index reminder_on on reminder (remind_on, firm, company_id, domain);

-- When somebody was reminded last, by hand or by the due date.
-- What waits for more of its kind is found by it.
create index portal_notification_contact on portal_notification (company_id, user_id, finished_at);

alter table task add column reminded_at bigint;
