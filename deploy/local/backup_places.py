"""Where backups lie, how long, and what the monitor is told of the newest one."""

from __future__ import annotations

import json
import os
import shutil
from pathlib import Path

from deploy.local.backup_folder import SUMS, check_sums
from deploy.local.environment import ROOT, Stop, data_dir

NOTE = "last-verified.json"  # read by backend/operations/queries.py


def backup_dir() -> Path:
    """Return the first place: BACKUP_DIR, else DATA_DIR/backups."""
    told = os.environ.get("BACKUP_DIR")
    folder = Path(told) if told else data_dir() / "backups"
    folder.mkdir(mode=0o700, parents=True, exist_ok=True)
    return folder


def complete(place: Path) -> list[Path]:
    """Return the complete backups of a place, oldest first: their names are their moments."""
    return sorted(path.parent for path in place.glob(f"*/{SUMS}"))


def chosen() -> Path:
    """Return the folder to restore from: FROM, else the newest."""
    told = os.environ.get("FROM")
    if told:
        return ROOT / told
    found = complete(backup_dir())
    if not found:
        raise Stop("There is no backup yet; run make backup, or name a folder: make restore FROM=…")
    return found[-1]


def copy_to_second_place(folder: Path) -> bool:
    """Copy a backup to BACKUP_SECOND_PLACE and read the copy back; return whether there is one."""
    told = os.environ.get("BACKUP_SECOND_PLACE")
    if not told:
        return False
    place = Path(told)
    if not place.is_dir():
        raise Stop(
            f"BACKUP_SECOND_PLACE={told} is not there; mount it, then run make backup again."
        )
    if place.stat().st_dev == folder.stat().st_dev:
        print(f"Warning: {place} is on the same disk as {folder.parent}; that is no second place.")
    draft = place / f"{folder.name}.part"
    shutil.rmtree(draft, ignore_errors=True)
    shutil.copytree(folder, draft)
    check_sums(draft)
    draft.rename(place / folder.name)
    print(f"Copied to {place / folder.name}")
    thin_out(place)
    return True


def thin_out(place: Path) -> None:
    """Keep the newest of each of BACKUP_KEEP_DAYS days and BACKUP_KEEP_MONTHS months."""
    found = complete(place)
    days, months = number("BACKUP_KEEP_DAYS", 14), number("BACKUP_KEEP_MONTHS", 12)
    newest = {folder.name[:10]: folder for folder in found}, {f.name[:7]: f for f in found}
    kept = {newest[0][day] for day in sorted(newest[0])[-days:]}
    kept |= {newest[1][month] for month in sorted(newest[1])[-months:]}
    for folder in found:
        if folder not in kept and folder.name[:10] != found[-1].name[:10]:
            shutil.rmtree(folder)


def number(name: str, default: int) -> int:
    """Return a count of at least one from the environment."""
    told = os.environ.get(name) or str(default)
    if not told.isdigit() or int(told) < 1:
        raise Stop(f"{name}={told} is not a count; give a whole number from 1.")
    return int(told)


def note_verified(folder: Path, taken_at: str, verified_at: str, second_place: bool) -> None:
    """Tell the monitor and the administrator's page of the newest verified backup."""
    note = {
        "name": folder.name,
        "taken_at": taken_at,
        "verified_at": verified_at,
        "second_place": second_place,
    }
    draft = backup_dir() / f"{NOTE}.new"
    draft.write_text(json.dumps(note), encoding="utf-8")
    draft.replace(backup_dir() / NOTE)
