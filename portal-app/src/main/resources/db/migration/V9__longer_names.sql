-- Keycloak's first and last names together are longer than one of them.
alter table project alter column created_by set data type varchar(500);
alter table task alter column created_by set data type varchar(500);
