"""backup_facts: what a backup's manifest tells of the database, as JSON."""

import json
from importlib import import_module
from importlib.util import find_spec
from typing import Any

from django.core.management.base import BaseCommand
from django.db import connection, transaction
from django.db.migrations.recorder import MigrationRecorder

TABLES = """
    SELECT c.relname FROM pg_catalog.pg_class c
    WHERE c.relnamespace = 'public'::regnamespace AND c.relkind IN ('r', 'p') ORDER BY 1
"""


class Command(BaseCommand):
    help = "Tell rows per table, migrations and the feeds' epoch, as JSON."
    requires_system_checks: list[str] = []

    def handle(self, *args: Any, **told: Any) -> None:
        with transaction.atomic(), connection.cursor() as cursor:
            cursor.execute("SET TRANSACTION ISOLATION LEVEL REPEATABLE READ READ ONLY")
            facts = {
                "rows": rows_by_table(cursor),
                "migrations": sorted(
                    f"{app}.{name}" for app, name in MigrationRecorder(connection).applied_migrations()
                ),
                "epoch": epoch(),
            }
        self.stdout.write(json.dumps(facts))


def rows_by_table(cursor: Any) -> dict[str, int]:
    """The number of rows of every table."""
    cursor.execute(TABLES)
    names = [name for (name,) in cursor.fetchall()]
    found = {}
    for name in names:
        cursor.execute(f"SELECT count(*) FROM {connection.ops.quote_name(name)}")
        found[name] = cursor.fetchone()[0]
    return found


def epoch() -> str | None:
    """The feeds' epoch, where there are feeds."""
    if not (find_spec("feeds") and find_spec("feeds.epochs")):
        return None
    told = getattr(import_module("feeds.epochs"), "current_epoch", None)
    return str(told()) if told else None
