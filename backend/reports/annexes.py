"""The annexes as rows: the province's PL1–PL7, and the tables behind an agency's report.

Each number is asked of the same board as the screens; nothing is counted a second time.
"""

from collections.abc import Iterable
from dataclasses import dataclass
from datetime import date
from functools import cached_property
from typing import Any

from agencies.models import AgencyKind, Succession
from agencies.queries import briefs
from audits.models import Audit
from audits.queries import (
    external_audits_held_on,
    findings_raised_on,
    inspections_held_on,
    with_state_on,
)
from core.columns import heading, list_title, parts
from core.labels import label
from maintenance.queries import years_begun_on
from progress.agencies import AgencyOnDay
from progress.flags import expiring
from progress.summaries import Board, rates
from reports.vietnamese import day_text

RATES = ("approved", "documented", "proven")
PROOF_FLAGS = {"transition_due", "redeclare", "proof_lapsed", "inherited", "suspended"}


@dataclass
class Span:
    """What the report is about: a board on its last day, and the days of its period."""

    board: Board
    starts: date
    previous: dict[str, dict[str, Any]]  # kind of agency → its line in the report before

    @property
    def day(self) -> date:
        return self.board.day

    @cached_property
    def kinds(self) -> dict[str, str]:
        """Kind of agency → its name, in the register's order."""
        return dict(AgencyKind.objects.values_list("code", "name"))

    @cached_property
    def names(self) -> dict[int, str]:
        return {agency.id: agency.name for agency in self.board.agencies}

    @cached_property
    def ordered(self) -> list[AgencyOnDay]:
        """The agencies by kind and, within a kind, in the order of the Vietnamese alphabet."""
        place = {kind: at for at, kind in enumerate(self.kinds)}
        return sorted(self.board.agencies, key=lambda a: (place.get(a.kind, 99), a.sort_key))

    @cached_property
    def audits(self) -> list[Audit]:
        """External audits of each agency's current rollout, held by the day."""
        held = external_audits_held_on(self.day).filter(
            rollout__in=[rollout.id for rollout in self.board.current]
        )
        return list(held.select_related("body").order_by("counts_on", "pk"))

    @cached_property
    def holders(self) -> dict[int, str]:
        """Rollout → the name of the agency for which it speaks."""
        return {a.current.id: a.name for a in self.board.agencies if a.current}


def group_line(board: Board, agencies: list[AgencyOnDay]) -> dict[str, int]:
    """What a group of agencies has reached, by the words of the board's rates."""
    told = {rate["code"]: rate["numerator"] for rate in
            rates(Board(board.day, agencies, 0, board.yard))}  # fmt: skip
    return {
        "total": len(agencies),
        "approved": told["approved"],
        "documented": told["documented"],
        "declared": sum(agency.stage == "declared" for agency in agencies),
        "certified": sum(agency.stage == "certified" for agency in agencies),
    }


def groups(board: Board) -> list[dict[str, Any]]:
    """One line for each kind of agency that there is on the day."""
    by_kind: dict[str, list[AgencyOnDay]] = {}
    for agency in board.agencies:
        by_kind.setdefault(agency.kind, []).append(agency)
    return [{"kind": kind, **group_line(board, some)} for kind, some in sorted(by_kind.items())]


def _proven(line: dict[str, Any]) -> int:
    return int(line["declared"] + line["certified"])


def by_group(span: Span) -> list[dict[str, Any]]:
    """PL1: the groups with their share of proven agencies, beside the report before."""
    lines = {line["kind"]: line for line in groups(span.board)}
    rows = [
        _group_row(at, name, lines[kind], span.previous.get(kind))
        for at, (kind, name) in enumerate(
            ((kind, name) for kind, name in span.kinds.items() if kind in lines), start=1
        )
    ]
    whole = _summed(lines.values())
    before = _summed(span.previous.values()) if span.previous else None
    return [*rows, _group_row(None, "Tổng cộng", whole, before)]


def _summed(lines: Iterable[dict[str, Any]]) -> dict[str, Any]:
    names = ("total", "approved", "documented", "declared", "certified")
    known = list(lines)
    return {name: sum(line[name] for line in known) for name in names}


def _group_row(
    place: int | None, name: str, line: dict[str, Any], before: dict[str, Any] | None
) -> dict[str, Any]:
    share = _proven(line) / line["total"] if line["total"] else None
    counts = {key: line[key] for key in ("total", "approved", "documented", "declared")}
    return {
        "place": place, "group": name, **counts, "certified": line["certified"],
        "share": share, "change": _proven(line) - _proven(before) if before else None,
    }  # fmt: skip


def by_agency(span: Span) -> list[dict[str, Any]]:
    """PL2: each agency with its decision, documents, upkeep and proof."""
    return [{"place": place, **_agency_row(agency)} for place, agency in enumerate(span.ordered, 1)]


def _agency_row(agency: AgencyOnDay) -> dict[str, Any]:
    rollout, listing = agency.current, agency.listing
    decision = [rollout.decision_number, day_text(rollout.approved_on)] if rollout else []
    proven = rollout is not None and rollout.proof_kind is not None
    flags = ["no_data"] if agency.no_data else agency.flags
    return {
        "agency": agency.name,
        "edition": rollout.edition if rollout else None,
        "decision": ", ".join(filter(None, decision)) or None,
        "documents": listing.listed if listing and listing.listed else None,
        "in_force": listing.in_effect if listing and listing.listed else None,
        "internal_audit_on": agency.latest_internal_audit,
        "review_on": agency.latest_review,
        "proof": _proof(agency) if proven else None,
        "valid_to": rollout.valid_to if rollout and proven else None,
        "stage": label("stages", agency.stage) if not agency.no_data else None,
        "remarks": "; ".join(label("flags", flag) for flag in flags) or None,
    }


def _proof(agency: AgencyOnDay) -> str:
    rollout = agency.current
    assert rollout is not None
    kind = {"certificate": "GCN", "declaration": "Công bố"}.get(rollout.proof_kind or "", "")
    on = f"ngày {day_text(rollout.proof_since)}" if rollout.proof_since else ""
    return " ".join(filter(None, [kind, rollout.proof_number or "", on]))


def audits_and_findings(span: Span) -> list[dict[str, Any]]:
    """PL3: external audits of the current rollouts with what became of their findings."""
    raised = findings_raised_on(span.day).filter(audit__in=[audit.pk for audit in span.audits])
    told: Any = with_state_on(span.day, raised)
    states = told.values_list("audit_id", "grade", "is_open", "is_undisposed", "is_overdue")
    counts: dict[int, dict[str, int]] = {}
    names = ("major", "minor", "observation", "corrected", "open", "overdue")
    for audit, grade, is_open, undisposed, overdue in states:
        line = counts.setdefault(audit, dict.fromkeys(names, 0))
        line[grade] += 1
        line["open"] += is_open
        line["corrected"] += not (is_open or undisposed)
        line["overdue"] += overdue
    return [
        {
            "place": place,
            "agency": span.holders[audit.rollout_id or 0],
            "body": audit.body.code if audit.body else None,
            "type": label("audit_types", audit.type),
            "held_on": audit.counts_on,
            **counts.get(audit.pk, dict.fromkeys(names, 0)),
        }
        for place, audit in enumerate(span.audits, 1)
    ]


def inspections(span: Span) -> list[dict[str, Any]]:
    """PL4: the province's inspections of the period."""
    held = inspections_held_on(span.day).filter(
        counts_on__gte=span.starts, agency__in=list(span.names)
    )
    return [
        {
            "place": place,
            "agency": span.names[audit.agency_id],
            "held_on": audit.counts_on,
            "result": label("inspection_results", audit.result) if audit.result else None,
            "conclusions": audit.conclusions or None,
        }
        for place, audit in enumerate(held.order_by("counts_on", "pk"), 1)
    ]


def behind(span: Span) -> list[dict[str, Any]]:
    """PL5: agencies without data, not begun, with overdue work, or without the yearly report.

    The year is the last that has ended, or that ends with the period. Source: reference 7.1.
    """
    year = span.day.year if span.day.month == 12 else span.day.year - 1
    sent = set(
        years_begun_on(span.day)
        .filter(year=year, report_sent_on__lte=span.day)
        .values_list("agency_id", flat=True)
    )
    rows = []
    for agency in span.ordered:
        rollout = agency.current
        overdue = agency.tasks_overdue + (rollout.overdue if rollout else 0)
        why = [
            label("flags", "no_data") if agency.no_data else "",
            label("stages", "not_started")
            if agency.stage == "not_started" and not agency.no_data
            else "",
            f"{overdue} việc quá hạn" if overdue else "",
            f"Chưa gửi báo cáo năm {year}" if agency.proven and agency.id not in sent else "",
        ]
        if any(why):
            rows.append({"agency": agency.name, "why": "; ".join(filter(None, why))})
    return [{"place": place, **row} for place, row in enumerate(rows, 1)]


def ending_proofs(span: Span) -> list[dict[str, Any]]:
    """PL6: proofs that end soon or have to be declared again."""
    rows = []
    for agency in span.ordered:
        flags = [flag for flag in agency.flags if flag in PROOF_FLAGS]
        ends = expiring(agency.current, span.board.yard)
        rollout = agency.current
        if rollout is None or not (ends or flags):
            continue
        told = ["Sắp hết hiệu lực"] if ends else []
        told += [label("flags", flag) for flag in flags]
        rows.append(
            {
                "agency": agency.name,
                "proof": _proof(agency) if rollout.proof_kind else None,
                "edition": rollout.proof_edition or rollout.edition,
                "valid_to": rollout.valid_to,
                "remarks": "; ".join(told),
            }
        )
    return [{"place": place, **row} for place, row in enumerate(rows, 1)]


def reorganised(span: Span) -> list[dict[str, Any]]:
    """PL7: what became of agencies in the period."""
    known = Succession.objects.filter(
        effective_on__gte=span.starts, effective_on__lte=span.day
    ).order_by("effective_on", "pk")
    changes = list(known)
    ids = {pk for one in changes for pk in (one.predecessor_id, one.successor_id)}
    named = briefs(span.day, ids)
    return [
        {
            "place": place,
            "before": named[one.predecessor_id].name,
            "kind": label("succession_kinds", one.kind),
            "after": named[one.successor_id].name if one.successor_id else None,
            "effective_on": one.effective_on,
            "decision": one.decision or None,
        }
        for place, one in enumerate(changes, 1)
    ]


def annex(code: str, part: str, rows: list[dict[str, Any]]) -> dict[str, Any]:
    """An annex as it is kept: its title, its columns in order, its rows."""
    columns = [
        {"name": name, "label": heading(part, name), "form": entry.get("form", "text")}
        for name, entry in parts()[part].items()
        if name != "*"
    ]
    return {"code": code, "part": part, "title": list_title(part), "columns": columns, "rows": rows}
