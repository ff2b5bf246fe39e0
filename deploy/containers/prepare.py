"""Bring the database of the containers up to date: roles, migrations, rights, first data."""

import os
import subprocess
import sys
from pathlib import Path
from urllib.parse import unquote, urlsplit

from deploy.local import sql_runner

SECRETS = Path("/run/secrets")


def secret(name: str) -> str:
    """Return the content of a secret."""
    return (SECRETS / name).read_text(encoding="utf-8").strip()


def main() -> None:
    """Stop at the first step that fails; the services that wait for this one do not start then."""
    app, owner = secret("database_url"), secret("database_owner_url")
    where = urlsplit(owner)
    sql_runner.prepare(
        admin_url=f"postgres://postgres:{secret('admin_password')}@{where.hostname}:{where.port}/postgres",
        owner_password=unquote(urlsplit(owner).password or ""),
        app_password=unquote(urlsplit(app).password or ""),
        database=where.path.lstrip("/"),
    )
    for words in (["migrate", "--no-input"], None, ["first_data"], ["may_start"]):
        if words is None:
            sql_runner.after_migrate(owner_url=owner)
            continue
        environment = {**os.environ, "DATABASE_OWNER_URL": owner}
        subprocess.run([sys.executable, "-m", "django", *words], env=environment, check=True)


if __name__ == "__main__":
    main()
