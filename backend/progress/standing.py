"""Which rollout speaks for its agency on a day, and which list of documents is the agency's own.

Asked first and of every rollout, because it needs few tables; the whole ladder is then asked of
the chosen ones alone.
"""

from collections.abc import Iterable
from dataclasses import dataclass, fields
from datetime import date
from functools import cache, lru_cache
from typing import Any

from django.db import connection
from psycopg2.extensions import AsIs

from agencies.queries import ids_in_scope_on
from certificates.queries import proofs_sql
from core.rawsql import as_sql
from documents.queries import listed_sql
from progress.stages import LADDER, LISTS, PROVEN, SPEAKS, marks_sql

DECIDED_BY_PROOF = {"closed", "suspended", *PROVEN}


@dataclass(slots=True)
class Standing:
    """A rollout on a day as far as its proof goes; `stage` is "" unless the proof decides it."""

    id: int
    agency_id: int
    opened_on: date
    stage: str
    proof_kind: str | None
    proof_id: int | None
    proof_since: date | None
    valid_to: date | None
    suspended: bool
    suspended_since: date | None
    had_any: bool
    has_list: bool
    last_recorded_at: Any
    speaks: bool
    lists: bool


def standings_on(day: date, held_by: Iterable[int] | None = None) -> list[Standing]:
    """Every rollout that exists on the day, with its holder of that day; one query.

    `held_by`: only those that these agencies, by id, ever held.
    """
    only = None if held_by is None else _ever_held(held_by)
    names = ", ".join(field.name for field in fields(Standing))
    sql = f"{_sql(proofs=True, lists=True, marks=True, only=only is not None)} SELECT {names}"
    rows = _asked(f"{sql} FROM ranked ORDER BY agency_id, opened_on, id", day, only)
    return [Standing(*row) for row in rows]


def _ever_held(agencies: Iterable[int]) -> AsIs:
    """The ids of their rollouts, as the parameter %(only)s: a question inside the question."""
    ids = ", ".join(str(int(pk)) for pk in agencies) or "NULL"
    held = f"SELECT rollout_id FROM plans_rolloutholder WHERE agency_id IN ({ids})"
    return AsIs(f"ARRAY({held})")


def speaking_on(day: date) -> list[int]:
    """Ids of the rollouts that speak for the agencies in scope; one query."""
    return _in_scope(f"{_sql(proofs=True)} SELECT id FROM ranked WHERE speaks", day)


def own_lists_on(day: date) -> list[int]:
    """Ids of the rollouts whose lists are the own ones of the agencies in scope; one query."""
    return _in_scope(f"{_sql(lists=True)} SELECT id FROM ranked WHERE lists", day)


def _in_scope(sql: str, day: date) -> list[int]:
    return [pk for (pk,) in _asked(f"{sql} AND agency_id IN ({_scope(day)})", day)]


@lru_cache(maxsize=64)
def _scope(day: date) -> str:
    """SQL: the agencies in scope; kept, because it depends on the day alone."""
    return as_sql(ids_in_scope_on(day))


def _asked(sql: str, day: date, only: AsIs | None = None) -> list[Any]:
    with connection.cursor() as cursor:
        cursor.execute(sql, {"day": day, "only": only})
        return list(cursor.fetchall())


@cache
def _sql(
    *, proofs: bool = False, lists: bool = False, marks: bool = False, only: bool = False
) -> str:
    """The beginning of the question, with the parts that it needs; a part left out is unknown."""
    parts = {
        "proofs": (proofs, proofs_sql),
        "listed": (lists, listed_sql),
        "marks": (marks, marks_sql),
    }
    asked = {name: sql(only) for name, (wanted, sql) in parts.items() if wanted}
    deciding = [(stage, holds) for stage, holds, _ in LADDER if stage in DECIDED_BY_PROOF]
    whens = " ".join(f"WHEN {holds} THEN '{stage}'" for stage, holds in deciding)
    stage = f"CASE {whens} ELSE '' END" if proofs else "''"
    of_proof = """proofs.proof_kind, proofs.proof_id, proofs.proof_since, proofs.valid_to,
        coalesce(proofs.suspended, FALSE) AS suspended, proofs.suspended_since,
        coalesce(proofs.had_any, FALSE) AS had_any,"""
    return f"""
    WITH {"".join(f"{name} AS MATERIALIZED ({sql}), " for name, sql in asked.items())}
    facts AS (
      SELECT r.id, h.agency_id, r.opened_on, a.valid_to AS agency_ended_on,
        {of_proof if proofs else ""}
        {"marks.last_recorded_at," if marks else ""}
        {"listed.rollout_id IS NOT NULL" if lists else "NULL::boolean"} AS has_list
      FROM plans_rollout r
      JOIN plans_rolloutholder h ON h.rollout_id = r.id
        AND (h.held_from IS NULL OR h.held_from <= %(day)s)
        AND (h.held_to IS NULL OR h.held_to >= %(day)s)
      JOIN agencies_agency a ON a.id = h.agency_id
      {" ".join(f"LEFT JOIN {name} ON {name}.rollout_id = r.id" for name in asked)}
      WHERE r.opened_on <= %(day)s {"AND r.id = ANY(%(only)s)" if only else ""}
    ),
    staged AS (SELECT facts.*, {stage} AS stage FROM facts),
    ranked AS (SELECT staged.*, {SPEAKS}, {LISTS} FROM staged)"""
