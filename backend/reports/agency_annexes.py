"""The tables behind an agency's report: its documents and its findings, as the lists show them."""

from datetime import date
from typing import Any

from audits.queries import external_audits_held_on, findings_raised_on, with_state_on
from core.labels import label
from core.text import code_key
from documents.queries import listed_on, shown_on
from progress.agencies import AgencyOnDay
from reports.vietnamese import day_of


def documents(agency: AgencyOnDay, day: date) -> list[dict[str, Any]]:
    """The agency's own list on the day; empty where there is none."""
    if agency.listing is None:
        return []
    rows: Any = shown_on(day, listed_on(day).filter(rollout=agency.listing.id)).select_related(
        "kind"
    )
    in_order = sorted(rows, key=lambda one: (one.kind.order, code_key(one.code), one.pk))
    return [
        {
            "place": place, "code": one.code or None, "title": one.title or None,
            "kind": one.kind.name, "state": label("document_states", one.state),
            "effective_on": one.effective_on,
        }
        for place, one in enumerate(in_order, 1)
    ]  # fmt: skip


def findings(agency: AgencyOnDay, day: date) -> list[dict[str, Any]]:
    """Findings of external audits of the rollout that speaks for the agency."""
    if agency.current is None:
        return []
    audits = external_audits_held_on(day).filter(rollout=agency.current.id).values("pk")
    raised: Any = with_state_on(day, findings_raised_on(day).filter(audit__in=audits))
    return [
        {
            "place": place, "held_on": one.counts_on, "code": one.code or None,
            "grade": label("grades", one.grade), "clause": one.clause or None,
            "due_on": one.due_on_day, "completed": _done(one), "verified": _accepted(one),
            "days_early": one.days_early,
        }
        for place, one in enumerate(raised.order_by("counts_on", "pk"), 1)
    ]  # fmt: skip


def _done(one: Any) -> str | None:
    """When the agency finished, or that it did without a day; None while it has not."""
    if not one.is_nonconformity:
        return label("dispositions", one.disposition) if one.disposition else None
    return None if one.is_open else day_of(one, "completed_on") or "Đã xong, chưa rõ ngày"


def _accepted(one: Any) -> str | None:
    if not one.is_nonconformity or one.is_unverified:
        return None
    return day_of(one, "verified_on") or "Đã xác nhận, chưa rõ ngày"
