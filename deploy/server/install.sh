#!/usr/bin/env bash
# Install or upgrade on one Debian or Ubuntu server, without containers. Running it again changes
# nothing that is as it should be; secrets and data are kept.
#
#   sudo HOST_NAME=iso.example.gov.vn deploy/server/install.sh [--offline]
#
# --offline takes Python packages from wheels/ and the built SPA from frontend/dist, as `make
# bundle` packs them; nothing is asked of a registry. The packages of PACKAGES must be installed.
# TLS_CERT, TLS_KEY  files of the certificate (default /etc/iso-rollout/tls.crt and tls.key)
# STAGE              a folder in place of / : files only, no users, no services (for trying it)
set -euo pipefail

PACKAGES=(
    python3 python3-venv postgresql postgresql-client nginx openssl
    libpango-1.0-0 libpangoft2-1.0-0 libharfbuzz-subset0 fonts-liberation2 # for the PDFs
)
FROM=$(cd "$(dirname "$0")/../.." && pwd)
STAGE=${STAGE:-}
APP=$STAGE/opt/iso-rollout
CONF=$STAGE/etc/iso-rollout
DATA=$STAGE/var/lib/iso-rollout
OFFLINE=
[[ ${1:-} == --offline ]] && OFFLINE=1

say() { printf '── %s\n' "$*"; }
stop() { printf '%s\n' "$*" >&2; exit 1; }

refuse() {
    [[ -n ${HOST_NAME:-} ]] || stop "Set HOST_NAME to the name under which people open the site."
    [[ -n $STAGE || $(id -u) == 0 ]] || stop "Run it as root: users, units and nginx are set up."
    if [[ -n $OFFLINE ]]; then
        [[ -d $FROM/wheels ]] || stop "There is no wheels/ here; unpack the bundle of make bundle."
        [[ -f $FROM/frontend/dist/index.html ]] || stop "The bundle has no built SPA."
        (cd "$FROM" && sha256sum --check --quiet SHA256SUMS) || stop "The bundle is damaged; copy it again."
    fi
}

packages() {
    [[ -n $STAGE || -n $OFFLINE ]] && return
    say "System packages"
    apt-get install -qq --yes "${PACKAGES[@]}" >/dev/null
}

account() {
    [[ -n $STAGE ]] && return
    id iso >/dev/null 2>&1 || useradd --system --home-dir /var/lib/iso-rollout --shell /usr/sbin/nologin iso
}

folders() {
    install -d -m 755 "$APP"
    install -d -m 750 "$CONF"
    install -d -m 700 "$DATA"
    [[ -n $STAGE ]] && return
    install -d -m 700 -o iso -g iso /var/lib/iso-rollout /var/backups/iso-rollout
    chgrp iso "$CONF"
}

# The code, the same files as in the repository; what is gone there goes here.
code() {
    say "Code to $APP"
    local part
    for part in backend deploy docs; do
        rm -rf "$APP/$part.new"
        cp -R "$FROM/$part" "$APP/$part.new"
        rm -rf "${APP:?}/$part"
        mv "$APP/$part.new" "$APP/$part"
    done
    find "$APP/backend" "$APP/deploy" -name __pycache__ -prune -exec rm -rf {} +
}

interface() {
    say "Interface"
    if [[ -z $OFFLINE && ! -f $FROM/frontend/dist/index.html ]]; then
        (cd "$FROM/frontend" && npm ci --no-audit --no-fund --silent && npm run --silent build)
    fi
    install -d -m 755 "$APP/frontend"
    rm -rf "$APP/frontend/dist"
    cp -R "$FROM/frontend/dist" "$APP/frontend/dist"
    find "$APP/frontend" -type d -exec chmod 755 {} +
    find "$APP/frontend" -type f -exec chmod 644 {} +
}

python_environment() {
    say "Python packages"
    local pip=("$APP/.venv/bin/python" -m pip install --quiet --disable-pip-version-check --require-hashes)
    [[ -x $APP/.venv/bin/python ]] || python3 -m venv "$APP/.venv"
    [[ -n $OFFLINE ]] && pip+=(--no-index --find-links "$FROM/wheels")
    "${pip[@]}" -r "$FROM/backend/requirements.txt"
    # A Python below /root (pyenv) works for root and not for the units.
    [[ -n $STAGE ]] || runuser -u iso -- "$APP/.venv/bin/python" -c '' ||
        stop "The account iso cannot run $(readlink -f "$APP/.venv/bin/python"); install Python for everybody, remove $APP/.venv, run this again."
}

secret() { openssl rand -base64 48 | tr -d '\n=+/'; }

# Made once and never changed by an upgrade: deploy/server/environment.example names every setting.
environment() {
    [[ -f $CONF/environment ]] && return
    say "Secrets to $CONF/environment"
    local app owner
    app=$(secret) owner=$(secret)
    (
        umask 027
        sed -e "s|@HOST@|$HOST_NAME|; s|@SECRET@|$(secret)$(secret)|; s|@APP@|$app|" \
            "$FROM/deploy/server/environment.example" >"$CONF/environment.new"
        umask 077 # the owner's password is root's: neither the API nor the worker can read it
        echo "DATABASE_OWNER_URL=postgres://iso_owner:$owner@127.0.0.1:5432/iso" >"$CONF/owner"
    )
    [[ -n $STAGE ]] || chgrp iso "$CONF/environment.new"
    mv "$CONF/environment.new" "$CONF/environment"
}

settings() {
    set -a
    # shellcheck disable=SC1091
    . "$CONF/environment"
    # shellcheck disable=SC1091
    . "$CONF/owner"
    set +a
}

password_of() { # the password inside postgres://role:password@host/name
    local rest=${1#*://*:}
    printf '%s' "${rest%%@*}"
}

as_postgres() { (cd / && runuser -u postgres -- "$@"); }

database() {
    [[ -n $STAGE ]] && return
    say "Database"
    local conf
    conf=$(as_postgres psql -Atqc 'SHOW config_file')
    install -d "$(dirname "$conf")/conf.d"
    if ! cmp -s "$FROM/deploy/postgres/tune.conf" "$(dirname "$conf")/conf.d/iso-rollout.conf"; then
        install -m 644 "$FROM/deploy/postgres/tune.conf" "$(dirname "$conf")/conf.d/iso-rollout.conf"
        systemctl restart postgresql
        until as_postgres psql -Atqc 'SELECT 1' >/dev/null 2>&1; do sleep 1; done
    fi
    as_postgres psql -Atqc "SELECT 1 FROM pg_database WHERE datname = 'iso'" | grep -q 1 ||
        as_postgres createdb --encoding=UTF8 --template=template0 iso
    # Passwords go through the environment of the session, not through the list of processes.
    PGOPTIONS="-c iso.owner_password=$(password_of "$DATABASE_OWNER_URL") -c iso.app_password=$(password_of "$DATABASE_URL")" \
        runuser --preserve-environment -u postgres -- psql -qX -v ON_ERROR_STOP=1 -d iso -f - <"$FROM/deploy/postgres/roles.sql"
    as_postgres psql -qXc 'ALTER DATABASE iso OWNER TO iso_owner'
}

migrate() {
    [[ -n $STAGE ]] && return
    say "Migrations and first data"
    systemctl stop iso-worker iso-backend 2>/dev/null || true
    local manage=(runuser --preserve-environment -u iso -- "$APP/.venv/bin/python" "$APP/backend/manage.py")
    "${manage[@]}" migrate --no-input -v 0
    "${manage[@]}" first_data -v 0
    "${manage[@]}" may_start
}

site() {
    say "nginx"
    local conf=$STAGE/etc/nginx/conf.d cert=${TLS_CERT:-/etc/iso-rollout/tls.crt} key=${TLS_KEY:-/etc/iso-rollout/tls.key}
    install -d "$conf"
    [[ -n $STAGE || -f $cert ]] || stop "Put the certificate at $cert and its key at $key, then run this again."
    local tls="ssl_certificate $cert; ssl_certificate_key $key; ssl_protocols TLSv1.2 TLSv1.3; ssl_session_cache shared:iso:2m;"
    local hsts='add_header Strict-Transport-Security "max-age=31536000; includeSubDomains" always;'
    local server=$FROM/deploy/server
    sed -e "s|@LISTEN@|443 ssl|; s|@TLS@|$tls|; s|@HSTS@|$hsts|; s|@HOST@|$HOST_NAME|; s|@SCHEME@|https|" \
        -e "s|@ROOT@|/opt/iso-rollout/frontend/dist|; s|@BACKEND@|http://127.0.0.1:8000|" \
        -e "s|@HEADERS@|/opt/iso-rollout/deploy/server/security-headers.conf|" \
        "$server/site.conf" >"$conf/iso-rollout.conf"
    sed -e "s|@HOST@|$HOST_NAME|" "$server/redirect.conf" >"$conf/iso-rollout-redirect.conf"
    [[ -n $STAGE ]] && return
    rm -f /etc/nginx/sites-enabled/default
    nginx -t -q
    systemctl reload-or-restart nginx
}

units() {
    say "Units"
    local units=$STAGE/etc/systemd/system
    install -d "$units"
    install -m 644 "$FROM"/deploy/server/iso-*.service "$FROM"/deploy/server/iso-*.timer "$units"
    [[ -n $STAGE ]] && return
    systemctl daemon-reload
    systemctl enable --quiet iso-backend iso-worker iso-backup.timer iso-night.timer
    systemctl restart iso-backend iso-worker
    systemctl start iso-backup.timer iso-night.timer
}

refuse
packages
account
folders
code
interface
python_environment
environment
settings
database
migrate
site
units
say "Done: https://$HOST_NAME/ · first account: see docs/operations.md"
