"""The drill: load, back up, destroy, restore; every table and every file is what it was."""

import json
import shutil

import psycopg2
import pytest

# Written by the restore itself: that it happened, the label of that act, another epoch of the feed
# with every agency noted in it.
BY_RESTORE = {
    "feeds_feedchange",
    "feeds_feedepoch",
    "operations_restoration",
    "operations_restorationevent",
    "pghistory_context",
}
LABELS = "SELECT id::text, metadata::text FROM pghistory_context"


@pytest.fixture(scope="module")
def backed_up(house, upgraded_figures):
    """What stood there when the backup was made."""
    before = house.tables(), house.files(), upgraded_figures
    done = house.launcher("backup")
    assert done.returncode == 0, done.stdout + done.stderr
    return before


@pytest.fixture(scope="module")
def labels(house):
    """The label of every act before the backup."""
    return set(house.rows(LABELS))


def test_the_drill(house, labels, backed_up):
    tables, files, figures = backed_up
    assert sum(1 for name in tables if name.startswith("plans_")) > 5
    house.rows("CREATE TABLE IF NOT EXISTS left_over (id int)")
    house.rows("DROP TABLE audits_findingstep CASCADE")
    house.rows("UPDATE documents_document SET title = 'hỏng'")
    shutil.rmtree(house.folder / "data" / "evidence")
    (house.folder / "data" / "evidence").mkdir()
    (house.folder / "data" / "evidence" / "later.pdf").write_bytes(b"later")

    done = house.launcher("restore")
    assert done.returncode == 0, done.stdout + done.stderr

    after = house.tables()
    differing = {
        name for name in tables.keys() | after.keys() if tables.get(name) != after.get(name)
    }
    assert differing <= BY_RESTORE, differing
    assert len(set(house.rows(LABELS)) - labels) == 1
    assert labels <= set(house.rows(LABELS))
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


def test_a_dump_that_lost_rows_is_no_backup_whatever_its_checksums(house, backed_up, tmp_path):
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
