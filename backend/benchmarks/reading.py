"""Requests through the whole stack: session, rules of reading, SQL, JSON."""

from typing import NamedTuple

from django.db import connection
from django.test import Client

from agencies.models import Agency
from benchmarks.asking import feed_reader, signed_in
from benchmarks.figures import Figure, Run, summed_up, watched

AFTER_CHANGE = "an agency changed"  # since it was asked last: what is kept has to be mended
RUNS, FEWEST, PATIENCE_S = 20, 5, 20  # a slow request is asked less often
LARGE_FROM = 1000  # agencies


class Target(NamedTuple):
    """Milliseconds at 250 agencies and at 3,500, and statements of one request."""

    small_ms: int | None
    large_ms: int | None
    queries: int | None


BOARD = Target(100, 500, 12)
LIST = Target(40, 40, 8)
STATE = Target(40, 400, 8)  # filtered by a state, which is derived
DERIVED = Target(100, 400, 8)  # filtered or ordered by the stage, for which all are computed
MATRIX = Target(200, 200, 8)
TREND = Target(1000, 4000, None)
ALONE = Target(None, None, None)  # measured by its own SQL alone
READS = [
    ("board", "/api/v1/progress/summary", BOARD),
    (f"board, {AFTER_CHANGE}", "/api/v1/progress/summary", BOARD),
    ("trend, 12 months", "/api/v1/progress/trend", TREND),
    (f"trend, {AFTER_CHANGE}", "/api/v1/progress/trend", TREND),
    ("matrix, page of 100", "/api/v1/progress/agencies?limit=100", MATRIX),
    ("agencies on the board", "/api/v1/progress/agencies?offset=100", LIST),
    ("agencies of a stage", "/api/v1/progress/agencies?stage=declared", DERIVED),
    ("agencies by days in stage", "/api/v1/progress/agencies?ordering=-days_in_stage", DERIVED),
    ("rollouts", "/api/v1/rollouts", LIST),
    ("rollouts of a stage", "/api/v1/rollouts?stage=declared", DERIVED),
    ("documents", "/api/v1/documents", LIST),
    ("documents in force", "/api/v1/documents?state=in_force", STATE),
    ("findings", "/api/v1/findings", LIST),
    ("findings overdue", "/api/v1/findings?state=overdue", STATE),
    ("agencies", "/api/v1/agencies", LIST),
    ("certificates", "/api/v1/certificates", LIST),
    ("declarations", "/api/v1/declarations", LIST),
    ("plans", "/api/v1/plans", LIST),
    ("audits", "/api/v1/audits", LIST),
    ("search: two words", "/api/v1/search?q=thu+tuc", ALONE),
    ("search: one document", "/api/v1/search?q=QT-TN-005", ALONE),
]
FEEDS = [
    ("feed: agencies, page of 50", "/feeds/v1/agencies", ALONE),
    ("feed: indicators", "/feeds/v1/indicators", ALONE),
    ("feed: changes, page of 50", "/feeds/v1/changes", ALONE),
]


def measured_reads() -> list[Figure]:
    """Each address as the coordinator or a program reads it, after one request that warms up."""
    agencies = Agency.objects.count()
    client = signed_in()
    figures = [_measured(client, agencies, *row) for row in READS]
    with feed_reader() as program:
        return figures + [_measured(program, agencies, *row) for row in FEEDS]


def _measured(client: Client, agencies: int, what: str, path: str, target: Target) -> Figure:
    figure = Figure(what, agencies, path, target_queries=target.queries)
    figure.target = target.large_ms if agencies >= LARGE_FROM else target.small_ms
    figure.first = _asked(client, figure).ms  # nothing of it is kept yet
    runs: list[Run] = []
    while len(runs) < RUNS and not (len(runs) >= FEWEST and spent(runs) > PATIENCE_S):
        if AFTER_CHANGE in what:
            note_a_change()
        runs.append(_asked(client, figure))
    return summed_up(figure, runs)


def note_a_change() -> None:
    """Let the database number a change of some agency; nothing of the agency is changed."""
    with connection.cursor() as cursor:
        some = "SELECT agency_id FROM plans_rollout ORDER BY random() LIMIT 1"
        cursor.execute(f"SELECT feeds_note(ARRAY({some}))")


def spent(runs: list[Run]) -> float:
    """Seconds altogether."""
    return sum(run.ms for run in runs) / 1000


def _asked(client: Client, figure: Figure) -> Run:
    """Ask once; how many rows came goes into the figure."""
    with watched() as run:
        answer = client.get(figure.path)
    if answer.status_code != 200:
        raise RuntimeError(f"{figure.path} answers {answer.status_code}: {answer.content[:200]!r}")
    told = answer.json()
    results = told.get("results") if isinstance(told, dict) else None
    figure.rows = len(results) if isinstance(results, list) else None
    return run
