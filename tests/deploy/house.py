"""An installation of its own, upgraded from the database of the second issue's end."""

import hashlib
import lzma
import os
import subprocess
import sys
from pathlib import Path

import psycopg2

from deploy.local import sql_runner
from deploy.local.backups import connection
from deploy.local.kept_database import client_program
from tests.database import addresses

ROOT = Path(__file__).resolve().parents[2]
UPGRADE = ROOT / "tests" / "upgrade"
DAYS = ["2009-12-31", "2010-02-03", "2019-12-31", "2025-03-01", "2025-07-01", "2026-11-22"]
HASHES = "SELECT coalesce(string_agg(md5(t::text), '' ORDER BY md5(t::text)), '') FROM {} t"
TABLES = """
    SELECT c.relname FROM pg_class c
    WHERE c.relnamespace = 'public'::regnamespace AND c.relkind = 'r' ORDER BY 1
"""


class House:
    """An installation of its own: database, files, places of backups."""

    def __init__(self, folder: Path, name: str = "iso_drill"):
        self.folder, self.second = folder, folder / "second"
        # Several workers of the tests share one server.
        database = f"{name}_{os.environ.get('PYTEST_XDIST_WORKER', 'alone')}"
        self.second.mkdir()
        self.addresses = addresses(os.environ["TEST_DATABASE_URL"], database=database)
        self.environment = {
            **os.environ,
            **self.addresses,
            "DATA_DIR": str(folder / "data"),
            "BACKUP_DIR": str(folder / "backups"),
            "BACKUP_SECOND_PLACE": str(self.second),
            "EVIDENCE_STORAGE": "",
            "SECRET_KEY": "the drill " * 6,
            "DJANGO_SETTINGS_MODULE": "config.settings",
            "PYTHONPATH": str(ROOT / "backend"),
        }

    def run(self, *words, **more):
        return subprocess.run(
            [str(word) for word in words],
            cwd=ROOT,
            env={**self.environment, **more},
            capture_output=True,
            text=True,
        )

    def manage(self, *words, **more):
        done = self.run(sys.executable, "backend/manage.py", *words, **more)
        assert done.returncode == 0, done.stderr
        return done.stdout

    def launcher(self, command, **more):
        return self.run(sys.executable, "-m", "deploy.local", command, **more)

    def rows(self, sql):
        with psycopg2.connect(self.addresses["DATABASE_OWNER_URL"]) as link, link.cursor() as c:
            c.execute(sql)
            return c.fetchall() if c.description else []

    def tables(self):
        """{table: hash of all its rows}"""
        return {
            name: hashlib.sha256(self.rows(HASHES.format(f'"{name}"'))[0][0].encode()).hexdigest()
            for (name,) in self.rows(TABLES)
        }

    def files(self):
        kept = self.folder / "data" / "evidence"
        return {
            str(path.relative_to(kept)): hashlib.sha256(path.read_bytes()).hexdigest()
            for path in kept.rglob("*")
            if path.is_file()
        }

    def figures(self):
        return self.manage("figures", "--days", *DAYS)

    def newest(self):
        return sorted((self.folder / "backups").glob("*/SHA256SUMS"))[-1].parent

    def load(self):
        """Put the old database in place, upgrade it, and lay three files of evidence."""
        script = lzma.decompress((UPGRADE / "second_issue.sql.xz").read_bytes())
        words = ["-X", "-q", "-1", "-v", "ON_ERROR_STOP=1", "-o", os.devnull]
        owner = self.addresses["DATABASE_OWNER_URL"]
        subprocess.run(
            [str(client_program("psql")), *words],
            input=script,
            env={**os.environ, **connection(owner)},
            check=True,
        )
        self.manage("migrate", "--no-input", "-v", "0")
        sql_runner.after_migrate(owner)
        kept = self.folder / "data" / "evidence" / "ab"
        kept.mkdir(parents=True)
        for name in ("one", "two", "three"):
            (kept / f"{name}.pdf").write_bytes(os.urandom(50_000))
