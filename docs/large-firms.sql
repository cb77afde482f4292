-- Searches of staff in a firm with hundreds of thousands of contacts, on PostgreSQL.
-- Once, by the owner of Keycloak's tables, while Keycloak runs; safe to repeat. Keycloak neither needs nor minds them.
create index concurrently if not exists cp_search_username on user_entity (lower(username) text_pattern_ops);
create index concurrently if not exists cp_search_email on user_entity (lower(email) text_pattern_ops);
create index concurrently if not exists cp_search_first_name on user_entity (lower(first_name) text_pattern_ops);
create index concurrently if not exists cp_search_last_name on user_entity (lower(last_name) text_pattern_ops);
create index concurrently if not exists cp_search_company on org (lower(name) text_pattern_ops);
create index concurrently if not exists cp_search_alias on org (lower(alias) text_pattern_ops);
