-- Who it was, as others saw them then. What was done before this is told without a name.
alter table audit_entry add column actor_name varchar(500);
-- Where it was done: of a task or a document the task, and of those and a project the project.
alter table audit_entry add column task_id varchar(36);
alter table audit_entry add column project_id varchar(36);

update audit_entry set project_id = subject_id where action like 'PROJECT%';
update audit_entry set task_id = subject_id where action like 'TASK%';
update audit_entry set task_id = (select d.task_id from document d where d.id = audit_entry.subject_id)
    where action like 'DOCUMENT%';
update audit_entry set project_id = (select t.project_id from task t where t.id = audit_entry.task_id)
    where task_id is not null;

-- Newest first: of a company, of a project, of a task. What is too old is found by the time alone.
create index audit_entry_company on audit_entry (firm, company_id, happened_at, id);
create index audit_entry_project on audit_entry (project_id, happened_at, id);
create index audit_entry_task on audit_entry (task_id, happened_at, id);
drop index audit_entry_at;
create index audit_entry_old on audit_entry (happened_at);
