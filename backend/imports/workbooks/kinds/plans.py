"""Rows of plans; one that names edition and track opens the rollout that it is the plan of."""

from collections.abc import Sequence
from datetime import date
from typing import Any

from core.columns import labels_of
from core.days import PartialDate, partial
from imports.workbooks.kinds.one_by_one import correct, each, known_by_id
from imports.workbooks.loading import ITSELF, PLACE, Loading, irregular
from imports.workbooks.understanding import Field, Row
from imports.workbooks.values import code, day, long_text, text, whole
from plans.models import Plan, Rollout
from plans.records import put_plan, put_rollout
from plans.rules import blockers_of_plan

PART = "plans"
TEXTS = ("kind", "title", "owner_name", "owner_position", "scope", "objectives", "budget_vnd",
         "funding_source", "consultant", "note")  # fmt: skip
DAYS = ("started_on", "completed_on")
FIELDS = (
    *ITSELF,
    *PLACE,
    Field("kind", code("plan_kinds", Plan.KINDS), required=True,
          codes=lambda: labels_of("plan_kinds")),
    Field("title", text(500)),
    Field("owner_name", text(200)),
    Field("owner_position", text(200)),
    Field("scope", long_text()),
    Field("objectives", long_text()),
    *[Field(name, day) for name in DAYS],
    Field("budget_vnd", whole(0, 10**15)),
    Field("funding_source", text(200)),
    Field("consultant", text(300)),
    Field("irregular", text(2000)),
    Field("note", text(4000)),
)  # fmt: skip


def load(loading: Loading, rows: Sequence[Row]) -> None:
    """Put new plans on record, correct known ones."""
    each(loading, rows, _put)


def _put(loading: Loading, row: Row) -> None:
    if "id" in row.told:
        seen = Plan.objects.filter(rollout__in=list(loading.places.visible))
        plan = known_by_id(loading, row, seen)
    else:
        rollout = _rollout(loading, row)
        if rollout is None:
            return
        plan = Plan.objects.filter(rollout=rollout).first()
        if plan is None:
            told = irregular(loading, row)
            if told and loading.allowed(row, "plan.record", rollout.agency_id, "title"):
                given = {n: row.told[n] for n in (*TEXTS, *DAYS) if n in row.told}
                put_plan(rollout, told=told, **given)
                loading.made("plans")
            return
    if plan is not None:
        loading.rollouts.add(plan.rollout_id)
        correct(loading, row, plan, (*TEXTS, *DAYS, "irregular"), rules=blockers_of_plan,
                conflict="plan.exists", field="title")  # fmt: skip


def _day_of(row: Row) -> date | None:
    days = [row.told[name] for name in reversed(DAYS) if name in row.told]
    return days[0].end if days and isinstance(days[0], PartialDate) else None


def _rollout(loading: Loading, row: Row) -> Rollout | None:
    """The rollout of a row; a new one where the row says enough and its agency has none such."""
    opens = {"edition", "track"} <= set(row.told) and "rollout" not in row.told
    if not opens:
        return loading.rollout_of(row, _day_of(row))
    agency = loading.agency_of(row, _day_of(row))
    if agency is None:
        return None
    held = [
        rollout
        for rollout in loading.places.held.get(agency.pk, [])
        if (rollout.edition_id, rollout.track) == (row.told["edition"], row.told["track"])
    ]
    if held:
        return loading.rollout_of(row, _day_of(row))
    if not loading.allowed(row, "rollout.open", agency.pk, "edition"):
        return None
    rollout = put_rollout(
        agency, edition=row.told["edition"], track=row.told["track"], cycle=None,
        opened_on=None, told=loading.told,
    )  # fmt: skip
    loading.places.visible[rollout.pk] = rollout
    loading.places.held[agency.pk].append(rollout)
    loading.rollouts.add(rollout.pk)
    loading.made("rollouts")
    return rollout


def existing(_: Sequence[int], rollouts: Sequence[int]) -> list[dict[str, Any]]:
    """The rows of a template: the plans of these rollouts, and a line for each without one."""
    plans = {p.rollout_id: p for p in Plan.objects.filter(rollout__in=list(rollouts))}
    rows = []
    for rollout in Rollout.objects.select_related("agency").filter(pk__in=list(rollouts)):
        place = {"agency": rollout.agency.code, "rollout": rollout.pk,
                 "edition": rollout.edition_id, "track": rollout.track}  # fmt: skip
        plan = plans.get(rollout.pk)
        if plan:
            place |= {"id": plan.pk, "row_version": plan.row_version}
            place |= {name: getattr(plan, name) for name in TEXTS}
            place |= {name: partial(plan, name) for name in DAYS}
        rows.append(place)
    return sorted(rows, key=lambda row: (str(row["agency"]), int(str(row["rollout"]))))
