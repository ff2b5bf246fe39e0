"""When the effect of a correction may be judged, and by whom."""

from collections.abc import Iterator, Sequence
from datetime import date, timedelta

from audits.models import Finding, FindingStep
from audits.rules import blockers_of_doer, day_of, standing
from core.days import PartialDate, happened, partial
from core.rules import Blocker
from standards.queries import policy_on


def days_until_effect(day: date) -> int:
    """How long a correction has to work before its effect is judged. A policy value."""
    return policy_on(day).days("finding.effectiveness_days")


def effect_known_from(completed: FindingStep, day: date, wait: int | None = None) -> date:
    """First day on which the effect of a finished correction can be judged."""
    known = partial(completed, "on")
    since = known.end if known else completed.counts_on
    return since + timedelta(days=days_until_effect(day) if wait is None else wait)


def blockers_to_check(
    finding: Finding,
    steps: Sequence[FindingStep],
    checked: PartialDate,
    wait: int | None = None,
) -> Iterator[Blocker]:
    """The effect of a correction is judged once it was verified and some time has passed.

    `wait` in days, where many are asked at once; asked of the policy values when None. Source:
    domain reference 2.4 S15; the time is the province's own.
    """
    if not finding.is_nonconformity:
        yield Blocker("finding.observation_is_disposed")
        return
    known = standing(steps, FindingStep.EFFECTIVE)
    if known:
        yield Blocker("finding.already_checked", {"day": day_of(known)})
    if standing(steps, FindingStep.VERIFIED) is None:
        yield Blocker("finding.not_verified")
    yield from happened((checked, "/checked_on"))
    completed = standing(steps, FindingStep.COMPLETED)
    first = effect_known_from(completed, checked.end, wait) if completed else None
    if first and checked.end < first:
        params = {"first": first.isoformat()}
        yield Blocker("finding.checked_too_early", params, "/checked_on", irregular=True)


def blockers_of_checker(steps: Sequence[FindingStep], user_id: int) -> Iterator[Blocker]:
    """Who said that it is done does not judge its effect. Source: reference 2.4 S15."""
    if list(blockers_of_doer(steps, user_id)):
        yield Blocker("finding.checked_by_doer")
