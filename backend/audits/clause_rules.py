"""What a finding says of its clause, of the finding it repeats, and of the kind of its cause."""

from collections.abc import Iterator

from django.db.models import Q

from agencies.models import Ancestry
from audits.models import Finding
from core.days import partial
from core.rules import Blocker
from standards.queries import clause_number, clauses_known


def blockers_of_clause(
    finding: Finding, pointer: str, known: set[tuple[str, str]] | None
) -> Iterator[Blocker]:
    """The clause is one of the edition audited to; without an edition, of any. Source: T17."""
    if not finding.clause:
        return
    edition = finding.audit.edition_id
    if known is None:
        known = clauses_known([edition] if edition else None)
    if known and clause_number(finding.clause) not in {number for _, number in known}:
        params = {
            "clause": finding.clause,
            "edition": edition or ", ".join(sorted({code for code, _ in known})),
        }
        yield Blocker("finding.clause_unknown", params, f"{pointer}/clause", irregular=True)


def blockers_of_repeat(finding: Finding, pointer: str) -> Iterator[Blocker]:
    """A repeat names an earlier finding of the agency, or of one before it, and of the clause."""
    if finding.repeat_of_id is None:
        return
    raised = partial(finding, "raised_on")
    before = Ancestry.objects.filter(agency=finding.agency_id).values("predecessor")
    earlier = Finding.objects.filter(
        Q(agency=finding.agency_id) | Q(agency__in=before),
        pk=finding.repeat_of_id,
        counts_on__lt=raised.end if raised else finding.reported_by,
    ).first()
    clause = clause_number(finding.clause)
    if earlier is None or not clause or clause_number(earlier.clause) != clause:
        yield Blocker("finding.repeat_not_found", {"clause": clause or "…"}, f"{pointer}/repeat_of")


def blockers_of_major(finding: Finding, category: str | None) -> Iterator[Blocker]:
    """A major of an external audit says its clause and where its cause lies; None: not asked yet.

    Source: issue 3; domain reference 2.4 S14-S15, T17-T18.
    """
    if not finding.is_external_major:
        return
    if not finding.clause:
        yield Blocker("finding.clause_missing", {}, "/clause")
    if category == "":
        yield Blocker("finding.cause_category_missing", {}, "/cause_category")
