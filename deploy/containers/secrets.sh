#!/usr/bin/env bash
# Make the secrets of the containers once, in deploy/secrets; what exists is left as it is.
set -euo pipefail
cd "$(dirname "$0")/.."
install -d -m 700 secrets # the folder keeps others out; each container sees only its own files

make_once() { # name, content
    [[ -s secrets/$1 ]] && return
    printf '%s' "$2" >"secrets/$1"
    chmod 644 "secrets/$1"
}
word() { openssl rand -base64 48 | tr -d '\n=+/'; }

make_once secret_key "$(word)$(word)"
make_once admin_password "$(word)"
make_once database_url "postgres://iso_app:$(word)@db:5432/iso"
make_once database_owner_url "postgres://iso_owner:$(word)@db:5432/iso"
for name in tls.crt tls.key; do
    [[ -s secrets/$name ]] || echo "Put the certificate's file at deploy/secrets/$name."
done
