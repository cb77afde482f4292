#!/bin/bash
# Runs once, when PostgreSQL makes its data: a database for each program, whose owner sees nothing of the others.
set -euo pipefail

for name in keycloak portal connectors; do
    psql --quiet --set ON_ERROR_STOP=1 --username postgres --dbname postgres --set name="$name" <<'SQL'
\set password `cat /run/secrets/:name`
CREATE ROLE :"name" LOGIN PASSWORD :'password';
CREATE DATABASE :"name" OWNER :"name";
REVOKE ALL ON DATABASE :"name" FROM PUBLIC;
SQL
done
