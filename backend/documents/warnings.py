"""What is unusual about a promulgation but allowed."""

from collections.abc import Iterator

from core.rules import Blocker
from documents.approval_rules import warnings_of_first
from documents.models import Promulgation
from documents.queries import progress_by_rollout
from plans.queries import edition_on
from standards.models import RequiredDocument


def warnings_of_promulgation(promulgation: Promulgation) -> Iterator[Blocker]:
    """Everything to be said of a promulgation. Source: domain reference 2.7 T10, T11."""
    yield from warnings_of_first(promulgation, promulgation.rollout)
    unapproved = promulgation.versions.filter(approved_on=None).count()
    if unapproved:
        yield Blocker("promulgation.not_approved", {"count": unapproved}, "/versions")
    for known in progress_by_rollout(promulgation.counts_on, [promulgation.rollout_id]):
        if known.listed > known.issued:
            left = known.listed - known.issued
            yield Blocker("promulgation.partial", {"count": left}, "/documents")
        yield from missing_kinds(promulgation, {kind: n for kind, (n, _) in known.kinds.items()})


def missing_kinds(promulgation: Promulgation, listed: dict[str, int]) -> Iterator[Blocker]:
    """Kinds of document that the edition asks for and the list lacks. Source: T11."""
    edition = edition_on(promulgation.rollout, promulgation.counts_on)
    required = RequiredDocument.objects.filter(edition__code=edition)
    asked = required.values_list("kind__code", "min_count")
    lacking = [kind for kind, count in asked if listed.get(kind, 0) < count]
    if lacking:
        params = {"edition": edition, "kinds": ", ".join(sorted(lacking))}
        yield Blocker("promulgation.required_missing", params, "/documents")
