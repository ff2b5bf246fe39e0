"""The council's page: where the province stands, what moved in twelve months, what to decide."""

from datetime import date
from typing import Any

from progress.trend import trend_to
from reports.annexes import Span
from reports.province_report import changed, names_text, say_scope
from reports.vietnamese import day_text
from reports.wording import Writing

NAMED = 5  # a page has no room for more


def written(span: Span, numbers: dict[str, Any], trend: list[dict[str, Any]]) -> Writing:
    """The sentences beside the two drawings."""
    text = Writing()
    text.section("brief_now", 1)
    say_scope(text, span, numbers)
    text.say("province_findings", {
        **numbers["findings"], "overdue": numbers["overdue"]["findings"],
    })  # fmt: skip
    text.section("brief_change", 1)
    first, last = trend[0], trend[-1]
    text.say("province_trend", {
        "day": day_text(date.fromisoformat(first["day"])),
        "change": changed(last["proven"] - first["proven"]),
        "open_change": changed(last["open"] - first["open"]),
    })  # fmt: skip
    text.section("brief_attention", 1)
    for code, flag in (("province_late", "overdue"), ("province_not_maintained", "not_maintained")):
        names = [agency.name for agency in span.ordered if flag in agency.flags]
        if names:
            text.say(code, {"count": len(names), "names": names_text(names, NAMED)})
    if numbers["proofs"]["expiring_90_days"]:
        text.say("province_expiring", {"count": numbers["proofs"]["expiring_90_days"]})
    return text


def points(day: date) -> list[dict[str, Any]]:
    """The twelve month-ends of the board's own trend, as the line that is drawn."""
    return [
        {
            "day": point["day"],
            "proven": point["proofs"]["agencies_with_proof"],
            "in_scope": point["in_scope"],
            "open": point["findings"]["open"],
        }
        for point in trend_to(day)["points"]
    ]
