-- The application's own keys: they sign its requests for tokens, and seal what a browser keeps while it signs in.
create table portal_key (
    name varchar(20) not null primary key,
    jwk varchar(2000) not null
);

-- A browser that is signed in. The id is the SHA-256 of what its cookie says.
create table portal_session (
    id varchar(64) not null primary key,
    issuer varchar(500) not null,
    client_id varchar(255) not null,
    keycloak_session varchar(100) not null,
    user_id varchar(255) not null,
    name varchar(500),
    email varchar(255),
    last_used bigint not null
);
create index portal_session_keycloak on portal_session (keycloak_session);
create index portal_session_last_used on portal_session (last_used);

-- The tokens of one company in such a browser: one tab may be here, another one there.
create table portal_entry (
    id varchar(36) not null primary key,
    session_id varchar(64) not null references portal_session (id) on delete cascade,
    company varchar(255) not null,
    company_id varchar(36) not null,
    company_name varchar(500) not null,
    rights varchar(500) not null,
    refresh_token text not null,
    access_token text not null,
    id_token text not null,
    checked_at bigint not null,
    unique (session_id, company)
);
