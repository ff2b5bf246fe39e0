"""What may be done next about audits and findings."""

from collections.abc import Iterator
from datetime import date

from django.db.models import Q

from acts.facts import blockers_to_confirm
from acts.permissions import Actor
from acts.registry import asks_who, offers
from agencies.handover import counts_at_end
from agencies.models import Agency
from audits import clause_rules, effect_rules, rules
from audits.models import Audit, CorrectiveAction, Finding
from audits.queries import findings_open_on
from core.days import PartialDate, today
from core.rules import Blocker
from plans.models import Rollout, RolloutHolder


def cannot_close(finding: Finding) -> Iterator[Blocker]:
    """Why the agency cannot close it now; the cause is asked for in the form."""
    yield from rules.blockers_to_close(finding, _steps(finding), None, "", strict=False)
    yield from clause_rules.blockers_of_major(finding, None)


def cannot_verify(finding: Finding) -> Iterator[Blocker]:
    """Why it cannot be verified now."""
    yield from rules.blockers_to_verify(finding, _steps(finding), None, strict=True)


def cannot_check(finding: Finding) -> Iterator[Blocker]:
    """Why its effect cannot be judged now."""
    yield from effect_rules.blockers_to_check(finding, _steps(finding), PartialDate(today()))


def verifies_own_work(finding: Finding, by: Actor) -> Iterator[Blocker]:
    """Whoever reported the correction does not verify it."""
    yield from rules.blockers_of_doer(_steps(finding), by.pk)


def judges_own_work(finding: Finding, by: Actor) -> Iterator[Blocker]:
    """Whoever reported the correction does not judge its effect."""
    yield from effect_rules.blockers_of_checker(_steps(finding), by.pk)


def cannot_dispose(finding: Finding) -> Iterator[Blocker]:
    """Why it cannot be disposed of now."""
    yield from rules.blockers_to_dispose(finding, _steps(finding), "done", "", strict=False)


def cannot_extend(finding: Finding) -> Iterator[Blocker]:
    """Why no other due day can be granted now."""
    yield from rules.blockers_to_extend(finding, _steps(finding), None)


def cannot_reopen(finding: Finding) -> Iterator[Blocker]:
    """Why it cannot be opened again."""
    yield from rules.blockers_to_reopen(finding, _steps(finding))


def _steps(finding: Finding) -> list:
    return list(finding.steps.all())


def open_at_end(agency: Agency, eve: date) -> int:
    """Open findings of an agency that ends, those of rollouts that it took over among them."""
    held = RolloutHolder.objects.filter(agency=agency, held_to=None).values("rollout")
    return findings_open_on(eve).filter(Q(agency=agency) | Q(rollout__in=held)).count()


counts_at_end("open_findings", open_at_end)
offers("audit.record", on=Rollout)
offers("internal_audit.record", on=Agency)
offers("inspection.record", on=Agency)
offers("audit.record_result", on=Audit)
offers("finding.raise", on=Audit, unless=rules.blockers_to_raise)
offers("finding.plan_action", on=Finding)
offers("finding.close", on=Finding, unless=cannot_close)
offers("finding.verify", on=Finding, unless=cannot_verify)
offers("finding.check_effectiveness", on=Finding, unless=cannot_check)
asks_who("finding.verify", verifies_own_work)
asks_who("finding.check_effectiveness", judges_own_work)
offers("finding.disposition", on=Finding, unless=cannot_dispose)
offers("finding.extend", on=Finding, unless=cannot_extend)
offers("finding.reopen", on=Finding, unless=cannot_reopen)
for model in (Audit, Finding, CorrectiveAction):
    offers("fact.correct", on=model)
    offers("fact.confirm", on=model, unless=blockers_to_confirm)
    offers("fact.void", on=model)
