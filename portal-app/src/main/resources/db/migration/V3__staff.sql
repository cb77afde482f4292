-- A browser in which somebody signed in at the staff's door. The id is the SHA-256 of what its cookie says.
create table portal_staff_session (
    id varchar(64) not null primary key,
    issuer varchar(500) not null,
    client_id varchar(255) not null,
    keycloak_session varchar(100) not null,
    user_id varchar(255) not null,
    name varchar(500) not null,
    account varchar(255) not null,
    may_enter boolean not null,
    refresh_token text not null,
    access_token text not null,
    id_token text not null,
    good_until bigint not null,
    last_used bigint not null
);
create index portal_staff_session_keycloak on portal_staff_session (keycloak_session);
create index portal_staff_session_last_used on portal_staff_session (last_used);
