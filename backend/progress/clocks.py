"""Clocks that run by themselves once a proof, a suspension or a finding stands.

Source: ISO/IEC 17021-1 and domain reference 4, T15, T19, T22-T26; the numbers are policy values.
"""

from collections import defaultdict
from collections.abc import Iterable, Iterator
from datetime import date, timedelta
from typing import Any

from django.db.models import CharField, Exists, F, OuterRef, QuerySet, Subquery, Value

from agencies.models import Succession
from audits.models import FindingStep
from audits.queries import (
    external_audits_held_on,
    findings_raised_on,
    findings_unverified_on,
    full_audits_held_on,
    steps_standing_on,
)
from core.days import add_months
from progress.agencies import AgencyOnDay
from progress.stages import RolloutOnDay
from progress.standing import Standing
from progress.yardsticks import Yardsticks

SURVEILLANCE = ["surveillance1", "surveillance2", "recertification"]
# What was found in the database for the clocks: rollout or agency id → [(day, id of the record)].
Known = dict[str, dict[int, list[tuple[date, int]]]]


def clocks_of(agencies: Iterable[AgencyOnDay], yard: Yardsticks) -> list[dict[str, Any]]:
    """Every running clock of these agencies as {code, due_on, days, object, agency}.

    `days` are left, negative when overdue; `object` is `certificate:12` and the like. One query,
    however many agencies.
    """
    known = _known(list(agencies), yard.day)
    found: list[dict[str, Any]] = []
    for agency in agencies:
        for code, due_on, record in _clocks(agency, yard, known):
            days = (due_on - yard.day).days
            found.append(
                {"code": code, "due_on": due_on, "days": days, "object": record, "agency": agency}
            )
    return found


def _clocks(agency: AgencyOnDay, yard: Yardsticks, known: Known) -> Iterator[tuple[str, date, str]]:
    for rollout in agency.rollouts:
        yield from surveillance(rollout, yard, known["surveillance"][rollout.id])
        yield from suspension_ends(rollout, yard)
        for day, finding in known["corrected"][rollout.id]:
            wait = yard.policy.days("finding.effectiveness_days")
            yield "effectiveness", day + timedelta(days=wait), f"finding:{finding}"
    if agency.current:
        yield from major_verification(agency.current, yard, known["major"][agency.current.id])
        yield from restoration_window(agency.current, yard)
    yield from redeclaration(agency, yard, known["inherited"][agency.id])


def surveillance(
    rollout: Standing, yard: Yardsticks, held: list[tuple[date, int]]
) -> Iterator[tuple[str, date, str]]:
    """First within 12 months of the decision, then in each calendar year before the last one."""
    since = rollout.proof_since
    if rollout.proof_kind != "certificate" or since is None:
        return
    days = [day for day, _ in held if day > since]
    first = add_months(since, yard.policy.months("surveillance.first"))
    due_on = date(max(days).year + 1, 12, 31) if days else first
    if rollout.valid_to is None or due_on.year < rollout.valid_to.year:
        yield "surveillance", due_on, f"certificate:{rollout.proof_id}"


def suspension_ends(rollout: Standing, yard: Yardsticks) -> Iterator[tuple[str, date, str]]:
    """A suspension lasts 6 months at most; then the certificate is withdrawn or reduced."""
    if rollout.suspended and rollout.suspended_since:
        limit = add_months(rollout.suspended_since, yard.policy.months("suspension.max"))
        yield "suspension_ends", limit, f"{rollout.proof_kind}:{rollout.proof_id}"


def major_verification(
    rollout: RolloutOnDay, yard: Yardsticks, unverified: list[tuple[date, int]]
) -> Iterator[tuple[str, date, str]]:
    """A major is verified within 6 months of the last day of stage 2, else stage 2 is repeated."""
    for held_on, audit in unverified[:1]:
        if rollout.proof_since is None or rollout.proof_since < held_on:
            limit = add_months(held_on, yard.policy.months("major_verification.max"))
            yield "major_verification", limit, f"audit:{audit}"


def restoration_window(rollout: RolloutOnDay, yard: Yardsticks) -> Iterator[tuple[str, date, str]]:
    """A certificate that has lapsed is restored within 6 months; later nothing can be restored."""
    if rollout.stage != "lapsed" or rollout.lapsed_since is None:
        return
    ended = rollout.lapsed_since - timedelta(days=1)
    limit = add_months(ended, yard.policy.months("restoration.max"))
    if limit >= yard.day:
        yield "restoration_window", limit, f"rollout:{rollout.id}"


def redeclaration(
    agency: AgencyOnDay, yard: Yardsticks, inherited: list[tuple[date, int]]
) -> Iterator[tuple[str, date, str]]:
    """A new name, or a predecessor's proof, asks for a declaration within the days of the policy.

    An exemption that runs stops this clock, which is the province's own.
    """
    if agency.exempt:
        return
    wait = timedelta(days=yard.policy.days("redeclaration.days"))
    rollout, renamed = agency.current, agency.renamed_on
    if rollout and rollout.stage == "declared" and renamed and rollout.proof_since:
        if renamed > rollout.proof_since:
            yield "redeclaration", renamed + wait, f"declaration:{rollout.proof_id}"
    if "inherited" in agency.flags and inherited:
        yield "redeclaration", inherited[0][0] + wait, f"agency:{agency.code}"


def _known(agencies: list[AgencyOnDay], day: date) -> Known:
    """What the clocks need beside the rows of the day, in one query."""
    rollouts = [rollout.id for agency in agencies for rollout in agency.rollouts]
    heirs = [agency.id for agency in agencies if agency.inherited]
    parts = [
        _rows("surveillance", _surveillances(day, rollouts), "rollout_id", "counts_on"),
        _rows("major", _majors(day, rollouts), "rollout_id", "audit__counts_on", "audit_id"),
        _rows("corrected", _corrected(day, rollouts), "rollout_id", "completed_since"),
        _rows("inherited", Succession.objects.filter(successor__in=heirs, effective_on__lte=day),
              "successor_id", "effective_on"),
    ]  # fmt: skip
    known: Known = defaultdict(lambda: defaultdict(list))
    found = parts[0].union(*parts[1:]).order_by("row_on", "row_record")
    for name, key, on, record in found.values_list("row_name", "row_key", "row_on", "row_record"):
        known[name][key].append((on, record))
    return known


def _rows(name: str, rows: QuerySet[Any], key: str, on: str, record: str = "pk") -> QuerySet[Any]:
    """Rows of any kind under the same four columns."""
    return rows.order_by().values(
        row_name=Value(name, output_field=CharField()),
        row_key=F(key), row_on=F(on), row_record=F(record),
    )  # fmt: skip


def _surveillances(day: date, rollouts: list[int]) -> QuerySet[Any]:
    return external_audits_held_on(day).filter(rollout__in=rollouts, type__in=SURVEILLANCE)


def _majors(day: date, rollouts: list[int]) -> QuerySet[Any]:
    """Unverified majors of each rollout's last full audit."""
    last = full_audits_held_on(day).filter(rollout=OuterRef("rollout"))
    return (
        findings_unverified_on(day)
        .filter(rollout__in=rollouts, grade="major", source_kind="external")
        .annotate(_last=Subquery(last.order_by("-counts_on", "-pk").values("pk")[:1]))
        .filter(audit=F("_last"))
    )


def _corrected(day: date, rollouts: list[int]) -> QuerySet[Any]:
    """Finished majors whose effect neither somebody nor a later audit has judged."""
    steps = steps_standing_on(day).filter(finding=OuterRef("pk"))
    done = steps.filter(kind=FindingStep.COMPLETED)
    checked = steps_standing_on(day).filter(kind=FindingStep.EFFECTIVE).values("finding")
    later = external_audits_held_on(day).filter(
        rollout=OuterRef("rollout"), counts_on__gt=OuterRef("audit__counts_on")
    )
    return (
        findings_raised_on(day)
        .filter(~Exists(later), rollout__in=rollouts, grade="major", source_kind="external")
        .exclude(pk__in=checked)
        .annotate(completed_since=Subquery(done.values("counts_on")[:1]))
        .filter(completed_since__isnull=False)
    )
