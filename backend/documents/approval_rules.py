"""When a list may be approved, and what is unusual about going on without it."""

from collections.abc import Iterator
from datetime import date

from core.days import happened, ordered, partial, today
from core.rules import Blocker
from documents.models import DocumentVersion, ListApproval, Promulgation
from documents.queries import approvals_on, listed_on
from plans.models import Rollout
from plans.rules import within_life_of_holder


def blockers_of_list_to_approve(rollout: Rollout, day: date) -> Iterator[Blocker]:
    """A list is approved that has documents on the day. Source: domain reference 2.4 S07."""
    if not listed_on(day).filter(rollout=rollout).exists():
        yield Blocker("list_approval.empty", {"day": day.isoformat()}, "/approved_on")


def blockers_to_approve_list(rollout: Rollout) -> Iterator[Blocker]:
    """Why the list as it is today cannot be approved; again, when it has grown, it can."""
    yield from blockers_of_list_to_approve(rollout, today())


def blockers_of_approval(approval: ListApproval) -> Iterator[Blocker]:
    """Its day: happened, within the agency's life, between the rounds before and after it.

    Source: domain reference 2.4 S07, 2.5.
    """
    approved = partial(approval, "approved_on")
    yield from happened((approved, "/approved_on"))
    yield from within_life_of_holder(approval.rollout, (approved, "/approved_on"))
    yield from blockers_of_list_to_approve(approval.rollout, day_counted(approval))
    for other in ListApproval.objects.filter(rollout=approval.rollout_id).exclude(pk=approval.pk):
        known = partial(other, "approved_on")
        pair = (known, approved) if other.round < approval.round else (approved, known)
        yield from ordered("list_approval.before_last", *pair, "/approved_on")


def day_counted(approval: ListApproval) -> date:
    """The day whose documents it approves: its own, or the day on which it was told."""
    approved = partial(approval, "approved_on")
    return approved.end if approved else approval.reported_by


def warnings_of_first(
    record: DocumentVersion | Promulgation, rollout: Rollout
) -> Iterator[Blocker]:
    """The first draft or promulgation of a list that nobody approved. Source: reference 2.7 T9."""
    others = (
        DocumentVersion.objects.filter(document__rollout=rollout)
        if isinstance(record, DocumentVersion)
        else Promulgation.objects.filter(rollout=rollout)
    )
    if not others.filter(counts_on__lte=record.counts_on).exclude(pk=record.pk).exists():
        pointer = "/drafted_on" if isinstance(record, DocumentVersion) else "/documents"
        yield from warnings_of_unapproved([rollout.pk], record.counts_on, pointer)


def warnings_of_unapproved(rollouts: list[int], day: date, pointer: str) -> Iterator[Blocker]:
    """None of these rollouts has a list approved by the day; `pointer` names what was told.

    Source: domain reference 2.7 T9.
    """
    if rollouts and not approvals_on(day).filter(rollout__in=rollouts).exists():
        yield Blocker("list_approval.missing", {"day": day.isoformat()}, pointer)
