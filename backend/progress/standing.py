"""Which rollout speaks for its agency on a day, and which list of documents is the agency's own.

Asked first and of every rollout, because it needs few tables; the whole ladder is then asked of
the chosen ones alone.
"""

from collections.abc import Collection, Iterable
from dataclasses import dataclass, fields
from datetime import date
from functools import cache
from typing import Any, NamedTuple

from agencies.queries import ids_in_scope_on
from audits.queries import number_raised_sql
from certificates.queries import proofs_sql
from core.rawsql import Prepared, answers, of_day
from documents.queries import listed_sql, number_listed_sql
from plans.queries import held_sql
from progress.kept import Kept
from progress.marks import recorded_sql
from progress.stages import LADDER, LISTS, PROVEN, SPEAKS

# What the agencies of a question ever held, asked once and used by each of its parts.
_HOLDINGS = """held AS MATERIALIZED (
      SELECT array_agg(rollout_id) AS ids FROM plans_rolloutholder
       WHERE agency_id = ANY(%(held_by)s)), """
_HELD = "(SELECT ids FROM held)::bigint[]"
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
    if held_by is None:
        rows = _question(only=False).rows(day=day)
    else:
        rows = _question(only=True).rows(day=day, held_by=list(held_by))
    return [Standing(*row) for row in rows]


@cache
def _question(*, only: bool) -> Prepared:
    names = ", ".join(field.name for field in fields(Standing))
    asked = _sql(proofs=True, lists=True, moments=True, only=only)
    sql = f"{asked} SELECT {names} FROM ranked ORDER BY agency_id, opened_on, id"
    return Prepared(sql, day="date", **({"held_by": "bigint[]"} if only else {}))


class Chosen(NamedTuple):
    """A rollout, and how much the board counts of it: findings, or documents of its list."""

    rollout: int
    counted: int


def speaking_on(day: date) -> Collection[Chosen]:
    """The rollouts that speak for the agencies in scope, with their external findings."""
    return SPEAKING.on(day).values()


def own_lists_on(day: date) -> Collection[Chosen]:
    """The rollouts whose lists are the agencies' own in scope, with the documents on them."""
    return OWN_LISTS.on(day).values()


def _chosen(mark: str, counted: str, **parts: bool) -> Kept[Chosen]:
    """The rollout with the mark of each agency in scope; one query where it is not kept."""

    def ask(day: date, ids: list[int] | None) -> dict[int, Chosen]:
        few = ids is not None
        among = "agency_id = ANY(%(held_by)s) AND" if few else ""
        question = f"""{_sql(only=few, **parts)} SELECT agency_id, id, {counted} FROM ranked
            WHERE {mark} AND {among} agency_id IN ({_scope()})"""
        rows = answers(question, day=day, held_by=ids)
        return {agency: Chosen(rollout, number) for agency, rollout, number in rows}

    return Kept(ask, days=8)


@cache
def _scope() -> str:
    """SQL: the agencies in scope."""
    return of_day(ids_in_scope_on)


@cache
def _sql(
    *, proofs: bool = False, lists: bool = False, moments: bool = False, only: bool = False
) -> str:
    """The beginning of the question, with the parts that it needs; a part left out is unknown."""
    parts = {
        "proofs": (proofs, proofs_sql),
        "listed": (lists, listed_sql),
        "recorded": (moments, recorded_sql),
    }
    asked = {name: sql(only) for name, (wanted, sql) in parts.items() if wanted}
    asked = {name: sql.replace("%(only)s", _HELD) for name, sql in asked.items()}
    deciding = [(stage, holds) for stage, holds, _ in LADDER if stage in DECIDED_BY_PROOF]
    whens = " ".join(f"WHEN {holds} THEN '{stage}'" for stage, holds in deciding)
    stage = f"CASE {whens} ELSE '' END" if proofs else "''"
    of_proof = """proofs.proof_kind, proofs.proof_id, proofs.proof_since, proofs.valid_to,
        coalesce(proofs.suspended, FALSE) AS suspended, proofs.suspended_since,
        coalesce(proofs.had_any, FALSE) AS had_any,"""
    named = "".join(f"{name} AS MATERIALIZED ({sql}), " for name, sql in asked.items())
    return f"""
    WITH {_HOLDINGS if only else ""} {named}
    facts AS (
      SELECT r.id, h.agency_id, r.opened_on, a.valid_to AS agency_ended_on,
        {of_proof if proofs else ""}
        {"recorded.last_recorded_at," if moments else ""}
        {"listed.rollout_id IS NOT NULL" if lists else "NULL::boolean"} AS has_list
      FROM plans_rollout r
      JOIN plans_rolloutholder h ON h.rollout_id = r.id AND {held_sql("h")}
      JOIN agencies_agency a ON a.id = h.agency_id
      {" ".join(f"LEFT JOIN {name} ON {name}.rollout_id = r.id" for name in asked)}
      WHERE r.opened_on <= %(day)s {f"AND r.id = ANY({_HELD})" if only else ""}
    ),
    staged AS (SELECT facts.*, {stage} AS stage FROM facts),
    ranked AS (SELECT staged.*, {SPEAKS}, {LISTS} FROM staged)"""


SPEAKING = _chosen("speaks", number_raised_sql("ranked.id"), proofs=True)
OWN_LISTS = _chosen("lists", number_listed_sql("ranked.id"), lists=True)
