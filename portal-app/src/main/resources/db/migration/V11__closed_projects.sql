-- Open projects and closed ones are lists of their own.
create index project_list on project (firm, company_id, closed, created_at, id);
drop index project_company;

-- What the staff's search goes through: all of a firm, newest first.
create index project_newest on project (firm, created_at, id);
create index task_newest on task (firm, created_at, id);
