-- On which days a firm reminds: a list of numbers, so many before a due date, negative for after; empty for none. Without a
-- row they are the deployment's.
create table reminder_days (
    firm varchar(255) not null primary key,
    days varchar(255) not null,
    -- The day of the choice: what an earlier one would have called for is let go.
    since date not null,
    version integer not null
);

-- Nothing is planned any more: a task with a row is reminded of on whichever days its firm has chosen by then.
alter table reminder add column settled_on date;
update reminder set settled_on = remind_on - interval '1' day;
-- What days up to this one called for was done, or was no news.
alter table reminder alter column settled_on set not null;
drop index reminder_on;
alter table reminder drop column remind_on;
create index reminder_portal on reminder (firm, domain, company_id);
create index task_due on task (firm, due);

alter table template_task add column remind boolean default true not null;
