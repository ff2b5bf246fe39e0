"""The list and its documents as questions on a day: listed, drafted, issued, in effect."""

from collections.abc import Iterable
from dataclasses import dataclass
from datetime import date
from typing import Any

from django.db import connection
from django.db.models import (
    BigIntegerField,
    BooleanField,
    Case,
    CharField,
    DateField,
    F,
    OuterRef,
    Q,
    QuerySet,
    Subquery,
    Value,
    When,
)

from agencies.models import Agency
from core.rawsql import Asked
from documents.models import STEPS, Document, DocumentHolder, DocumentVersion, ListApproval
from plans.models import Rollout, RolloutHolder
from plans.queries import held_sql, holdings_on

# The states of a document, first to last; `in_force` is what the step `effective` brings.
STATES = ["planned", "drafted", "reviewed", "approved", "issued", "in_force", "withdrawn"]


def _standing(day: date) -> Q:
    """Condition: not withdrawn by the day; `withdrawn_on` is the first day that does not count."""
    return Q(withdrawn_on=None) | Q(withdrawn_on__gt=day)


def listed_on(day: date) -> QuerySet[Document]:
    """Documents on a list on the day: the `planned` of every figure."""
    return Document.objects.filter(is_listed_on(day))


def is_listed_on(day: date) -> Q:
    """Condition: the document is on its list on the day."""
    return Q(_standing(day), counts_on__lte=day)


def approvals_on(day: date) -> QuerySet[ListApproval]:
    """Approvals of lists that count by the day."""
    return ListApproval.objects.filter(counts_on__lte=day)


def _reached_on(step: str, day: date) -> QuerySet[DocumentVersion]:
    """Versions that stand on the day and have taken the step, or a later one, by then."""
    if step == "drafted":
        taken = Q(counts_on__lte=day)
    else:
        taken = Q()
        for later in STEPS[STEPS.index(step) :]:
            taken |= Q(**{f"{later}_on__lte": day})
    return DocumentVersion.objects.filter(_standing(day) & taken)


def drafted_on(day: date) -> QuerySet[DocumentVersion]:
    """Versions that stand on the day and were at least drafted; one without days counts too."""
    return _reached_on("drafted", day)


def issued_on(day: date) -> QuerySet[DocumentVersion]:
    """Versions that stand on the day and were issued, or took effect, by then."""
    return _reached_on("issued", day)


def in_effect_on(day: date) -> QuerySet[DocumentVersion]:
    """Versions in effect on the day: at most one of each document."""
    return _reached_on("effective", day)


def _step_sql(day: str) -> str:
    """SQL: how far a version `v` came by the day: 1 drafted … 5 in effect, 0 withdrawn again."""
    later_first = reversed(list(enumerate(STEPS[1:], 2)))
    taken = " ".join(f"WHEN v.{step}_on <= {day} THEN {place}" for place, step in later_first)
    return f"CASE WHEN v.withdrawn_on <= {day} THEN 0 {taken} ELSE 1 END"


def _of_versions(sql: str, day: date, output_field: Any) -> Asked:
    """Asked of the versions `v` of the document of the row by the day, with their `step`."""
    on = f"DATE '{day.isoformat()}'"
    versions = "documents_documentversion v WHERE v.document_id = {pk} AND v.counts_on <="
    told = sql.format(versions=f"{versions} {on}", step=_step_sql(on))
    return Asked(told, output_field, pk=F("pk"))


def in_state_on(state: str, day: date) -> Q:
    """Condition: the document is in this state on the day."""
    if state == "withdrawn":
        return Q(withdrawn_on__lte=day)
    place, condition = STATES.index(state), _standing(day)
    if place > 0:
        condition &= Q(_came_to(place, day))
    if place < len(STEPS):
        condition &= ~Q(_came_to(place + 1, day))
    return condition


def _came_to(place: int, day: date) -> Asked:
    there = f"EXISTS (SELECT FROM {{versions}} AND {{step}} >= {place})"
    return _of_versions(there, day, BooleanField())


def state_on(day: date) -> Case:
    """The state of a document on the day: how far its furthest version came."""
    states = ", ".join(f"'{state}'" for state in STATES)
    furthest = f"(ARRAY[{states}])[1 + coalesce((SELECT max({{step}}) FROM {{versions}}), 0)]"
    return Case(
        When(withdrawn_on__lte=day, then=Value("withdrawn")),
        default=_of_versions(furthest, day, CharField()),
    )


def shown_on(day: date, documents: QuerySet[Document]) -> QuerySet[Document]:
    """Documents with `state`, `effective_on` (of the version in effect) and `agency_on_day`."""
    in_force = "(SELECT max(v.effective_on) FROM {versions} AND {step} = 5)"
    on = f"DATE '{day.isoformat()}'"
    holder = f"""coalesce(
      (SELECT h.agency_id FROM documents_documentholder h
        WHERE h.document_id = {{pk}} AND h.held_from <= {on} ORDER BY h.held_from DESC LIMIT 1),
      (SELECT h.agency_id FROM plans_rolloutholder h JOIN plans_rollout r ON r.id = h.rollout_id
        WHERE r.id = {{rollout}} AND h.agency_id <> r.agency_id AND {held_sql("h", on)} LIMIT 1),
      (SELECT r.agency_id FROM plans_rollout r WHERE r.id = {{rollout}}))"""
    return documents.annotate(
        state=state_on(day),
        effective_on=_of_versions(in_force, day, DateField()),
        agency_on_day=Asked(holder, BigIntegerField(), pk=F("pk"), rollout=F("rollout_id")),
    )


def held_on(day: date, agencies: Iterable[Agency]) -> Q:
    """Condition: on the day the document is one of these agencies', by its own or its rollout's
    holder. A union and no `or`, so that an agency's few documents are found by index.
    """
    ids = [agency.pk for agency in agencies]
    own = DocumentHolder.objects.filter(held_from__lte=day)
    last = own.filter(document=OuterRef("document")).order_by("-held_from").values("pk")[:1]
    theirs = own.filter(pk=Subquery(last), agency__in=ids).values("document")
    moved = _rollouts_moved_on(day)
    rollouts = Rollout.objects.filter(
        Q(pk__in=moved.filter(agency__in=ids).values("rollout"))
        | (Q(agency__in=ids) & ~Q(pk__in=moved.values("rollout")))
    )
    by_rollout = Document.objects.filter(rollout__in=rollouts.values("pk")).exclude(
        pk__in=own.values("document")
    )
    return Q(pk__in=by_rollout.values("pk").union(theirs))


def _rollouts_moved_on(day: date) -> QuerySet[RolloutHolder]:
    return holdings_on(day).exclude(agency=F("rollout__agency"))


def documents_sql(only: bool, day: str = "%(day)s") -> str:
    """SQL: each document listed on `day` once, with its furthest step (0 planned … 5 in effect).

    Its versions are looked up in their index, one document after the other: at 119,000 documents
    that took 239 ms, a hash join with all versions 306 ms.
    """
    wanted = "AND d.rollout_id = ANY(%(only)s)" if only else ""
    return f"""
      SELECT d.rollout_id, d.kind_id AS kind, d.placeholder, d.counts_on,
        coalesce(v.step, 0) AS step, v.first_issued, v.first_effective
      FROM documents_document d
      LEFT JOIN LATERAL (
        SELECT max({_step_sql(day)}) AS step,
          min(coalesce(v.issued_on, v.effective_on)) AS first_issued,
          min(v.effective_on) AS first_effective
        FROM documents_documentversion v
        WHERE v.document_id = d.id AND v.counts_on <= {day}
      ) v ON TRUE
      WHERE d.counts_on <= {day} AND (d.withdrawn_on IS NULL OR d.withdrawn_on > {day})
        {wanted}"""


def listed_sql(only: bool = False) -> str:
    """SQL: rollout_id of every rollout with a list on the day; parameters as of progress_sql."""
    wanted = "r.id = ANY(%(only)s) AND" if only else ""
    return f"""
      SELECT r.id AS rollout_id FROM plans_rollout r WHERE {wanted} EXISTS (
        SELECT FROM {_listed_of("r.id")})"""


def number_listed_sql(rollout: str) -> str:
    """SQL: how many documents the list of the rollout has on the day; parameter %(day)s."""
    return f"(SELECT count(*) FROM {_listed_of(rollout)})"


def _listed_of(rollout: str) -> str:
    return f"""documents_document d WHERE d.rollout_id = {rollout} AND d.counts_on <= %(day)s
           AND (d.withdrawn_on IS NULL OR d.withdrawn_on > %(day)s)"""


def progress_sql(only: bool = False) -> str:
    """SQL: one row per rollout with a list on the day; parameters %(day)s and, if `only`, %(only)s.

    Columns: rollout_id, listed, drafted, issued, in_effect, placeholders, weighted (0-1 by the
    furthest step: 25, 50, 75, 100 %), first_listed, all_issued_since, all_in_effect_since (null
    while one is missing; not before the first was listed), kinds (json: kind of document →
    [listed, in effect]). Source: domain reference 3.5.
    """
    return f"""
      SELECT rollout_id, sum(listed)::int AS listed, sum(drafted)::int AS drafted,
        sum(issued)::int AS issued, sum(in_effect)::int AS in_effect,
        sum(placeholders)::int AS placeholders,
        sum(steps)::float / sum(4 * listed) AS weighted,
        min(first_listed) AS first_listed,
        CASE WHEN sum(issued) = sum(listed) THEN greatest(max(last_issued), min(first_listed)) END
          AS all_issued_since,
        CASE WHEN sum(in_effect) = sum(listed)
          THEN greatest(max(last_effective), min(first_listed)) END AS all_in_effect_since,
        json_object_agg(kind, json_build_array(listed, in_effect)) AS kinds
      FROM (
        SELECT rollout_id, kind, count(*) AS listed,
          count(*) FILTER (WHERE step >= 1) AS drafted,
          count(*) FILTER (WHERE step >= 4) AS issued,
          count(*) FILTER (WHERE step = 5) AS in_effect,
          count(*) FILTER (WHERE placeholder) AS placeholders,
          sum(least(step, 4)) AS steps, min(counts_on) AS first_listed,
          max(first_issued) AS last_issued, max(first_effective) AS last_effective
        FROM ({documents_sql(only)}) documents GROUP BY rollout_id, kind
      ) of_kind
      GROUP BY rollout_id"""


@dataclass(frozen=True, slots=True)
class RolloutDocuments:
    """How far the list of one rollout is on a day; `weighted` is a share from 0 to 1.

    `kinds`: kind of document → (listed, in effect).
    """

    rollout_id: int
    listed: int
    drafted: int
    issued: int
    in_effect: int
    placeholders: int
    weighted: float
    first_listed: date
    all_issued_since: date | None
    all_in_effect_since: date | None
    kinds: dict[str, tuple[int, int]]


def progress_by_rollout(day: date, only: Iterable[int] | None = None) -> list[RolloutDocuments]:
    """Each rollout that has a list on the day (of `only`, ids, if given); one query."""
    ids = None if only is None else list(only)
    if ids == []:
        return []
    with connection.cursor() as cursor:
        cursor.execute(progress_sql(ids is not None), {"day": day, "only": ids})
        return [RolloutDocuments(*row) for row in cursor.fetchall()]
