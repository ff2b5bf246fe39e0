"""What /metrics tells besides requests and their times."""

import os
from collections.abc import Iterator
from typing import Any

from django.conf import settings
from django.db import DatabaseError, connection
from prometheus_client import REGISTRY, CollectorRegistry, generate_latest
from prometheus_client.core import GaugeMetricFamily
from prometheus_client.metrics_core import Metric
from prometheus_client.multiprocess import MultiProcessCollector
from prometheus_client.registry import Collector

from operations.queries import last_verified_backup, seconds_since

# What was written without an act: by hand on the server, or by a program that is not ours.
OUTSIDE = """
    SELECT coalesce(sum((xpath('/row/n/text()', query_to_xml(format(
        'SELECT count(*) AS n FROM public.%%I WHERE pgh_context_id IS NULL', c.table_name
    ), false, true, '')))[1]::text::bigint), 0)
    FROM information_schema.columns c
    WHERE c.table_schema = 'public' AND c.column_name = 'pgh_context_id'
"""
QUESTIONS = {
    "iso_outside_changes": (OUTSIDE, "Row versions that were written without an act."),
    "iso_database_bytes": (
        "SELECT pg_database_size(current_database())",
        "Size of the database in bytes.",
    ),
    "iso_database_connections": (
        "SELECT count(*) FROM pg_stat_activity WHERE datname = current_database()",
        "Open connections to the database.",
    ),
    "iso_locked_names": (
        "SELECT count(*) FROM axes_accessattempt WHERE failures_since_start"
        " >= %(failures)s AND attempt_time > now() - %(cool_off)s",
        "Names that are locked after wrong passwords.",
    ),
}


def _told() -> dict[str, Any]:
    """What the questions need to know of the settings."""
    return {
        "failures": settings.AXES_FAILURE_LIMIT,
        "cool_off": settings.AXES_COOLOFF_TIME,
    }


class Installation(Collector):
    """Asked anew at every scrape."""

    def collect(self) -> Iterator[Metric]:
        kept = last_verified_backup()
        age = seconds_since(kept["verified_at"]) if kept else float("inf")
        yield gauge("iso_verified_backup_age_seconds", "Age of the last verified backup.", age)
        up = 1
        for name, (question, meaning) in QUESTIONS.items():
            try:
                with connection.cursor() as cursor:
                    cursor.execute(question, _told())
                    yield gauge(name, meaning, cursor.fetchone()[0])
            except DatabaseError:
                connection.close()
                up = 0
                break
        yield gauge("iso_database_up", "Whether the database answered.", up)


def gauge(name: str, meaning: str, value: float) -> Metric:
    """One number."""
    return GaugeMetricFamily(name, meaning, value=value)


def page() -> bytes:
    """Everything in Prometheus' own form; of all processes where gunicorn has several."""
    registry = REGISTRY
    if os.environ.get("PROMETHEUS_MULTIPROC_DIR"):
        registry = CollectorRegistry()
        MultiProcessCollector(registry)
    own = CollectorRegistry()
    own.register(Installation())
    return generate_latest(registry) + generate_latest(own)
