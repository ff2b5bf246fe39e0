"""The province's report of a period: parts I to V, each sentence from figures of the board."""

from datetime import timedelta
from typing import Any

from audits.models import Audit
from audits.queries import inspections_held_on, internal_audits_held_on
from maintenance.queries import boards_decided_on, reviews_held_on, trainings_held_on
from plans.models import Directive
from progress.changes import changes_between
from reports.annexes import Span
from reports.vietnamese import day_text, joined, share_text
from reports.wording import Writing

NAMED = 12  # so many names or papers are told in a sentence; the annexes have them all


def written(span: Span, numbers: dict[str, Any], before: tuple[Any, int] | None) -> Writing:
    """The text of the report. `before`: the day of the report before and its proven agencies."""
    text = Writing()
    _direction(text, span, numbers)
    text.section("results", 1)
    _building(text, span, numbers, before)
    _upkeep(text, span, numbers)
    _outside(text, span, numbers)
    text.section("electronic", 2)
    text.section("assessment", 1)
    text.section("strengths", 2)
    text.section("shortcomings", 2)
    late = [agency.name for agency in span.ordered if "overdue" in agency.flags]
    _named(text, "province_late", late)
    kept = [agency.name for agency in span.ordered if "not_maintained" in agency.flags]
    _named(text, "province_not_maintained", kept)
    _named(text, "province_without_data", [a.name for a in span.ordered if a.no_data])
    text.section("causes", 2)
    text.section("tasks_ahead", 1)
    text.section("proposals", 1)
    return text


def names_text(names: list[str], most: int = NAMED) -> str:
    """The first names and how many more there are."""
    if len(names) <= most:
        return joined(names)
    return f"{', '.join(names[:most])} và {len(names) - most} cơ quan khác"


def _named(text: Writing, code: str, names: list[str]) -> None:
    if names:
        text.say(code, {"count": len(names), "names": names_text(names)})


def _within(span: Span, rows: Any, path: str = "counts_on") -> Any:
    """Rows of the period, by the day from which they count."""
    return rows.filter(**{f"{path}__gte": span.starts, f"{path}__lte": span.day})


def _direction(text: Writing, span: Span, numbers: dict[str, Any]) -> None:
    text.section("direction", 1)
    issued = _within(span, Directive.objects.all(), "document__counts_on")
    papers = list(issued.select_related("document").order_by("document__counts_on", "pk"))
    if papers:
        told = [
            f"số {one.document.number} ngày {day_text(one.document.signed_on)}"
            if one.document.signed_on
            else f"số {one.document.number}"
            for one in papers[:NAMED]
        ]
        text.say("province_directives", {"count": len(papers), "papers": "; ".join(told)})
    boards = _within(span, boards_decided_on(span.day)).filter(agency__in=list(span.names))
    renewed = boards.values("agency").distinct().count()
    if renewed:
        text.say("province_boards", {"count": renewed})
    if numbers["overdue"]["tasks"]:
        text.say("province_tasks", {"overdue": numbers["overdue"]["tasks"]})


def _building(
    text: Writing, span: Span, numbers: dict[str, Any], before: tuple[Any, int] | None
) -> None:
    text.section("building", 2)
    say_scope(text, span, numbers)
    if before:
        day, proven = before
        change = changed(numbers["proofs"]["agencies_with_proof"] - proven)
        text.say("province_compared", {"day": day_text(day), "change": change})
    moved = changes_between(span.starts - timedelta(days=1), span.day)["results"]
    if moved:
        text.say("province_moved", {"count": len(moved)})


def say_scope(text: Writing, span: Span, numbers: dict[str, Any]) -> None:
    """Who is obliged, and how far they are."""
    rates = {rate["code"]: rate for rate in [*numbers["rates"], *numbers["shares"]]}
    total = numbers["agencies"]["in_scope"]
    counts = {code: rates[code]["numerator"] for code in ("approved", "documented", "proven")}
    shares = {f"{code}_share": share_text(count, total) for code, count in counts.items()}
    facts = {"day": day_text(span.day), "total": total, **counts, **shares,
             "no_data": numbers["agencies"]["no_data"]}  # fmt: skip
    text.say("province_scope", facts)
    text.say("province_approved", facts)
    stages = {row["stage"]: row["count"] for row in numbers["by_stage"]}
    proofs = {stage: stages.get(stage, 0) for stage in ("declared", "certified")}
    text.say("province_proven", {**facts, **proofs})


def changed(by: int) -> str:
    """«tăng 3», «giảm 3» or «không đổi»."""
    return f"tăng {by}" if by > 0 else f"giảm {-by}" if by < 0 else "không đổi"


def _upkeep(text: Writing, span: Span, numbers: dict[str, Any]) -> None:
    text.section("upkeep", 2)
    papers = numbers["documents"]
    text.say("province_documents", {
        "planned": papers["planned"], "in_force": papers["in_force"],
        "share": share_text(papers["in_force"], papers["planned"]),
        "without": papers["agencies_without_list"],
    })  # fmt: skip
    proofs = numbers["proofs"]
    text.say("province_maintained", {"proven": proofs["agencies_with_proof"],
                                     **proofs["maintained"]})  # fmt: skip
    mine = {"agency__in": list(span.names)}
    text.say("province_upkeep", {
        "audits": _within(span, internal_audits_held_on(span.day)).filter(**mine).count(),
        "reviews": _within(span, reviews_held_on(span.day)).filter(**mine).count(),
    })  # fmt: skip
    text.section("training", 2)
    held = list(_within(span, trainings_held_on(span.day)).filter(**mine))
    people = sum(one.participants or 0 for one in held)
    if held:
        text.say("province_trainings", {"count": len(held), "people": people or None})


def _outside(text: Writing, span: Span, numbers: dict[str, Any]) -> None:
    text.section("inspection", 2)
    seen: list[Audit] = list(
        _within(span, inspections_held_on(span.day)).filter(agency__in=list(span.names))
    )
    if seen:
        passed = sum(one.result == "passed" for one in seen)
        text.say("province_inspections", {
            "count": len(seen), "passed": passed, "others": len(seen) - passed,
        })  # fmt: skip
    text.section("external_audit", 2)
    held = [audit for audit in span.audits if (audit.counts_on or span.day) >= span.starts]
    text.say("province_audits", {"count": len(held)})
    text.say("province_findings", {
        **numbers["findings"], "overdue": numbers["overdue"]["findings"],
    })  # fmt: skip
    if numbers["proofs"]["expiring_90_days"]:
        text.say("province_expiring", {"count": numbers["proofs"]["expiring_90_days"]})
