#!/bin/sh
# Makes the secrets that are not there yet, in docker/secrets or the folder given. Containers read them as users of their
# own, so each file is everybody's to read; the folder is yours alone, and a file mounted from it needs no way through it.
set -eu

folder=${1:-$(dirname "$0")/secrets}
mkdir -p "$folder"
chmod 700 "$folder"
for name in database-owner database-keycloak database-portal database-connectors keycloak-admin automation connectors; do
    if [ ! -s "$folder/$name" ]; then
        head -c 24 /dev/urandom | base64 | tr '+/' '-_' | tr -d '\n' >"$folder/$name"
        chmod 444 "$folder/$name"
    fi
done
