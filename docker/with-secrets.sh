#!/bin/bash
# Runs a command with every secret as the environment variable that its file is named after: Keycloak and the
# portal read no secret from a file, and an engine shows variables of its own to whoever may inspect the container.
set -euo pipefail
shopt -s nullglob

for file in /run/secrets/*; do
    export "${file##*/}=$(<"$file")"
done
exec "$@"
