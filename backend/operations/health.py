"""Whether this process can do its work: the database, its migrations, the place of the files."""

import os
from collections.abc import Callable
from pathlib import Path

from django.conf import settings
from django.core.files.storage import storages
from django.db import DatabaseError, connection
from django.db.migrations.executor import MigrationExecutor

from operations.starting import refusals

_migrated = False  # once true it stays so for this code


def checks() -> dict[str, str]:
    """Each check with "ok" or the one sentence that says what is wrong."""
    asked: dict[str, Callable[[], str]] = {
        "migrations": migrations,
        "storage": storage,
        "production": lambda: next(refusals(), "ok"),
    }
    found = {"database": database()}
    if found["database"] == "ok":
        found |= {name: ask() for name, ask in asked.items()}
    return found


def database() -> str:
    """Whether the database answers."""
    try:
        with connection.cursor() as cursor:
            cursor.execute("SELECT 1")
    except DatabaseError:
        connection.close()
        return "The database does not answer."
    return "ok"


def migrations() -> str:
    """Whether every migration of this code was applied."""
    global _migrated
    if not _migrated:
        try:
            executor = MigrationExecutor(connection)
            _migrated = not executor.migration_plan(executor.loader.graph.leaf_nodes())
        except DatabaseError:
            return "The migrations cannot be read."
    return "ok" if _migrated else "Migrations are missing; run manage.py migrate."


def storage() -> str:
    """Whether evidence can be written; an S3 store is not written to for a question."""
    if settings.EVIDENCE_STORAGE.startswith("s3://"):
        return "ok"
    folder = Path(getattr(storages["evidence"], "location", settings.EVIDENCE_STORAGE))
    while not folder.exists() and folder != folder.parent:
        folder = folder.parent  # it is made with the first file
    return "ok" if os.access(folder, os.W_OK) else "The folder of the evidence cannot be written."
