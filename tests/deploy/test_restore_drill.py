"""The drill: load, back up, destroy, restore; every table and every file is what it was."""

import hashlib
import json
import os
import shutil
import subprocess
import sys
from pathlib import Path

import psycopg2
import pytest

from deploy.local import sql_runner
from tests.database import addresses

ROOT = Path(__file__).resolve().parents[2]
# Written by the restore itself: that it happened, the session table it empties.
BY_RESTORE = {"operations_restoration", "operations_restorationevent", "pghistory_context"}
BY_RESTORE |= {"django_session", "accounts_user", "accounts_userevent"}
HASHES = "SELECT coalesce(string_agg(md5(t::text), '' ORDER BY md5(t::text)), '') FROM {} t"
TABLES = """
    SELECT c.relname FROM pg_class c
    WHERE c.relnamespace = 'public'::regnamespace AND c.relkind = 'r' ORDER BY 1
"""


class House:
    """An installation of its own: database, files, places of backups."""

    def __init__(self, folder: Path):
        self.folder, self.second = folder, folder / "second"
        self.second.mkdir()
        self.addresses = addresses(os.environ["TEST_DATABASE_URL"], database="iso_drill")
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
        return self.manage("figures", "--days", "2010-02-03", "2025-03-01", "2026-11-22")

    def newest(self):
        return sorted((self.folder / "backups").glob("*/SHA256SUMS"))[-1].parent


@pytest.fixture(scope="module")
def house(tmp_path_factory):
    """An installation with the demonstration data and three files of evidence."""
    made = House(tmp_path_factory.mktemp("house"))
    made.manage("migrate", "--no-input", "-v", "0")
    made.manage("first_data", "-v", "0", DEMO="1", DEMO_PASSWORD="dien-tap-2026")
    kept = made.folder / "data" / "evidence" / "ab"
    kept.mkdir(parents=True)
    for name in ("one", "two", "three"):
        (kept / f"{name}.pdf").write_bytes(os.urandom(50_000))
    return made


@pytest.fixture(scope="module")
def backed_up(house):
    """What stood there when the backup was made."""
    before = house.tables(), house.files(), house.figures()
    done = house.launcher("backup")
    assert done.returncode == 0, done.stdout + done.stderr
    return before


def test_the_drill(house, backed_up):
    tables, files, figures = backed_up
    assert sum(1 for name in tables if name.startswith("plans_")) > 5
    house.rows("CREATE TABLE IF NOT EXISTS left_over (id int)")
    for name in ("plans_decision", "audits_finding"):
        house.rows(f"ALTER TABLE {name} RENAME TO gone_{name}")
    shutil.rmtree(house.folder / "data" / "evidence")
    (house.folder / "data" / "evidence").mkdir()
    (house.folder / "data" / "evidence" / "later.pdf").write_bytes(b"later")

    done = house.launcher("restore")
    assert done.returncode == 0, done.stdout + done.stderr

    after = house.tables()
    differing = {name for name in tables.keys() | after.keys() if tables.get(name) != after.get(name)}
    assert differing <= BY_RESTORE | {"left_over"}, differing
    assert "left_over" not in after
    assert house.files() == files
    assert house.figures() == figures


def test_after_the_restore_the_application_still_cannot_write_the_trail(house, backed_up):
    with psycopg2.connect(house.addresses["DATABASE_URL"]) as link, link.cursor() as cursor:
        with pytest.raises(psycopg2.errors.InsufficientPrivilege):
            cursor.execute("DELETE FROM plans_planevent")


def test_the_manifest_names_secrets_and_holds_none(house, backed_up):
    manifest = json.loads((house.newest() / "manifest.json").read_text())
    assert set(manifest["secrets_needed"]) == {"SECRET_KEY", "DATABASE_URL", "DATABASE_OWNER_URL"}
    assert manifest["rows"]["plans_decision"] > 0
    assert len(manifest["files"]) == 3
    kept = b"".join(path.read_bytes() for path in house.newest().glob("*.json"))
    kept += (house.newest() / "SHA256SUMS").read_bytes()
    assert house.environment["SECRET_KEY"].encode() not in kept
    assert house.addresses["DATABASE_URL"].split(":")[2].split("@")[0].encode() not in kept


def test_the_second_place_holds_the_same_backup(house, backed_up):
    name = house.newest().name
    one, other = (
        {p.name: p.read_bytes() for p in (place / name).iterdir()}
        for place in (house.folder / "backups", house.second)
    )
    assert one == other


def test_the_monitor_is_told_of_the_verified_backup(house, backed_up):
    note = json.loads((house.folder / "backups" / "last-verified.json").read_text())
    assert note["name"] == house.newest().name
    assert note["second_place"] is True


@pytest.mark.parametrize("name", ["database.dump", "evidence.tar", "manifest.json"])
def test_a_damaged_backup_is_not_restored(house, backed_up, tmp_path, name):
    broken = tmp_path / "broken"
    shutil.copytree(house.newest(), broken)
    content = bytearray((broken / name).read_bytes())
    content[len(content) // 2] ^= 0xFF
    (broken / name).write_bytes(content)
    before = house.tables()
    done = house.launcher("restore", FROM=str(broken))
    assert done.returncode == 1
    assert "is damaged" in done.stderr
    assert house.tables() == before


def test_a_dump_that_lost_rows_is_not_a_backup_even_with_right_checksums(house, backed_up, tmp_path):
    from deploy.local.backup_folder import manifest_of, seal

    short = tmp_path / "short"
    shutil.copytree(house.newest(), short)
    told = manifest_of(short)
    told["rows"]["plans_decision"] += 1
    seal(short, told)
    done = house.launcher("restore", FROM=str(short))
    assert done.returncode == 1
    assert "does not hold the rows" in done.stderr


def test_a_second_place_that_is_not_there_is_told(house, backed_up):
    done = house.launcher("backup", BACKUP_SECOND_PLACE=str(house.folder / "not-mounted"))
    assert done.returncode == 1
    assert "is not there; mount it" in done.stderr


def test_old_backups_are_thinned_out_by_day_and_month(tmp_path, monkeypatch):
    from deploy.local.backup_places import thin_out

    monkeypatch.setenv("BACKUP_KEEP_DAYS", "3")
    monkeypatch.setenv("BACKUP_KEEP_MONTHS", "2")
    names = [f"2026-{month:02}-{day:02}-010000" for month in (9, 10, 11) for day in (1, 15, 20)]
    for name in [*names, "2026-11-20-130000"]:
        (tmp_path / name).mkdir()
        (tmp_path / name / "SHA256SUMS").touch()
    thin_out(tmp_path)
    assert sorted(path.name for path in tmp_path.iterdir()) == [
        "2026-10-20-010000",
        "2026-11-01-010000",
        "2026-11-15-010000",
        "2026-11-20-010000",
        "2026-11-20-130000",
    ]
