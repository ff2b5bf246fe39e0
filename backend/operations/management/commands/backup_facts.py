"""backup_facts: what a backup's manifest tells of the database, as JSON."""

import json
from typing import Any

from django.core.management.base import BaseCommand
from django.db import connection
from django.db.migrations.recorder import MigrationRecorder

from feeds.queries import position

TABLES = """
    SELECT c.relname FROM pg_catalog.pg_class c
    WHERE c.relnamespace = 'public'::regnamespace AND c.relkind IN ('r', 'p') ORDER BY 1
"""


class Command(BaseCommand):
    help = "Tell rows per table, migrations and the feeds' epoch, as JSON."
    requires_system_checks: list[str] = []

    def handle(self, *args: Any, **told: Any) -> None:
        applied = MigrationRecorder(connection).applied_migrations()
        with connection.cursor() as cursor:
            rows = rows_by_table(cursor)
        facts = {
            "rows": rows,
            "migrations": sorted(f"{app}.{name}" for app, name in applied),
            "epoch": position().epoch,
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
