"""What is unusual about an audit or a finding but allowed: said beside the record, never refused.

Facts of the parts above (trainings, reviews, certificates) are asked by their relation's name.
"""

from collections.abc import Iterator
from datetime import date, timedelta

from audits.clause_rules import blockers_of_major
from audits.effect_rules import effect_known_from
from audits.models import Audit, Finding, FindingStep
from audits.models.audit import FULL_TYPES
from audits.models.finding import OBSERVATION
from audits.queries import findings_open_on, findings_undisposed_on
from audits.rules import first_day, last_day, standing
from core.days import DAY, add_months, partial
from core.rules import Blocker
from core.text import search_text
from documents.queries import progress_by_rollout
from standards.queries import policy_on


def warnings_of_audit(audit: Audit, day: date) -> Iterator[Blocker]:
    """Everything to be said of an audit as the day knows it."""
    if audit.kind == "internal":
        yield from untrained_auditors(audit)
        yield from auditors_of_own_unit(audit)
    if audit.kind == "external":
        yield from stages_far_apart(audit)
        yield from audited_unprepared(audit)
        yield from late_surveillance(audit)
        yield from undisposed_observations(audit, day)
        yield from operated_briefly(audit)


def untrained_auditors(audit: Audit) -> Iterator[Blocker]:
    """Internal auditors were trained before. Source: reference T12."""
    held = last_day(audit)
    trainings = audit.agency.trainings.filter(topic="internal_auditor")
    if held and not trainings.filter(counts_on__lte=held.end).exists():
        yield Blocker("audit.auditors_not_trained", {"day": str(held)}, "/from")


def auditors_of_own_unit(audit: Audit) -> Iterator[Blocker]:
    """Nobody audits the own unit. Source: reference 2.4 S11, T12."""
    for auditor in audit.auditors:
        unit = search_text(auditor.get("unit") or "")
        if unit and unit in {search_text(name) for name in auditor.get("audits") or []}:
            params = {"name": auditor["name"], "unit": auditor["unit"]}
            yield Blocker("audit.own_unit", params, "/auditors")


def stages_far_apart(audit: Audit) -> Iterator[Blocker]:
    """Stage 2 follows a stage 1 within the months of the policy. Source: reference 4, T16."""
    held = first_day(audit)
    if audit.type != "stage2" or held is None:
        return
    known = Audit.objects.filter(rollout=audit.rollout_id, kind="external", type="stage1")
    last = known.filter(counts_on__lte=held.end).order_by("-counts_on").first()
    if last is None:
        yield Blocker("audit.stage1_missing", {}, "/type")
        return
    months = policy_on(held.end).months("stage_gap.max")
    if held.start > add_months(last.counts_on, months):
        params = {"months": months, "earlier": last.counts_on.isoformat(), "later": str(held)}
        yield Blocker("audit.stage_gap", params, "/from")


def audited_unprepared(audit: Audit) -> Iterator[Blocker]:
    """A full audit follows an internal audit and a review. Source: reference 2.5, 2.4 S13."""
    held = last_day(audit)
    if audit.type not in FULL_TYPES or held is None:
        return
    if not audit.agency.audits.filter(kind="internal", counts_on__lte=held.end).exists():
        yield Blocker("audit.internal_audit_missing", {"day": str(held)}, "/from")
    if not audit.agency.managementreviews.filter(counts_on__lte=held.end).exists():
        yield Blocker("audit.review_missing", {"day": str(held)}, "/from")


def late_surveillance(audit: Audit) -> Iterator[Blocker]:
    """The first surveillance is held within 12 months of the decision. Source: 17021-1, T22."""
    held = first_day(audit)
    if audit.type != "surveillance1" or held is None or audit.rollout is None:
        return
    issued = audit.rollout.certificates.filter(counts_on__lte=held.end)
    decided = issued.order_by("-counts_on").values_list("counts_on", flat=True).first()
    limit = decided and add_months(decided, policy_on(decided).months("surveillance.first"))
    if limit and held.start > limit:
        yield Blocker("audit.surveillance_late", {"limit": limit.isoformat()}, "/from")


def operated_briefly(audit: Audit) -> Iterator[Blocker]:
    """The system was in use for some months before it is audited. Source: reference 2.4 S10."""
    held = first_day(audit)
    if audit.type not in ("stage1", "stage2") or held is None or audit.rollout_id is None:
        return
    for known in progress_by_rollout(held.end, [audit.rollout_id]):
        months = policy_on(held.end).months("operation.min_months")
        since = known.all_in_effect_since
        if since and held.end < add_months(since, months):
            params = {"since": since.isoformat(), "months": months}
            yield Blocker("audit.operated_briefly", params, "/from")


def undisposed_observations(audit: Audit, day: date) -> Iterator[Blocker]:
    """With every nonconformity finished, what became of the observations? Source: T18."""
    if audit.pk is None:
        return
    if findings_open_on(day).filter(audit=audit).exists():
        return
    count = findings_undisposed_on(day).filter(audit=audit).count()
    if count:
        yield Blocker("audit.observations_undisposed", {"count": count})


def warnings_of_finding(finding: Finding, day: date) -> Iterator[Blocker]:
    """Everything to be said of a finding as the day knows it."""
    if finding.grade == OBSERVATION:
        yield from raised_outside_audit(finding)
        return
    if finding.due_on is None:
        yield Blocker("finding.due_missing", {}, "/due_on")
    yield from blockers_of_major(finding, None)
    yield from raised_outside_audit(finding)
    steps = [s for s in finding.steps.all() if s.counts_on <= day]
    completed = standing(steps, FindingStep.COMPLETED)
    if completed and standing(steps, FindingStep.VERIFIED) is None:
        yield Blocker("finding.unverified", {"day": completed.counts_on.isoformat()})
    yield from unchecked_effect(finding, steps, day)


def raised_outside_audit(finding: Finding) -> Iterator[Blocker]:
    """A finding is raised during its audit or soon after. Source: reference 2.5 (W)."""
    begun, ended = first_day(finding.audit), last_day(finding.audit)
    raised = partial(finding, "raised_on")
    if not (begun and ended and raised and raised.precision == DAY):
        return
    limit = ended.end + timedelta(days=policy_on(ended.end).days("finding.raised_within"))
    if not begun.start <= raised.day <= limit:
        params = {"begun": str(begun), "limit": limit.isoformat()}
        yield Blocker("finding.raised_outside_audit", params, "/raised_on")


def unchecked_effect(finding: Finding, steps: list[FindingStep], day: date) -> Iterator[Blocker]:
    """The effect of correcting an external major is judged after a while. Source: issue 3."""
    checked = standing(steps, FindingStep.EFFECTIVE)
    if checked and not checked.effective:
        yield Blocker("finding.not_effective", {"day": checked.counts_on.isoformat()})
    completed = standing(steps, FindingStep.COMPLETED)
    if completed and not checked and finding.is_external_major:
        first = effect_known_from(completed, day)
        if first <= day:
            yield Blocker("finding.effect_unchecked", {"first": first.isoformat()})
