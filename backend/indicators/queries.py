"""Indicators on a day: numerator, denominator and the list behind each, by kind of agency."""

from collections.abc import Iterable
from datetime import date
from typing import Any

from django.db.models import QuerySet

from acts.permissions import Actor
from agencies.models import AgencyKind, valid_on
from core.labels import label
from core.periods import Period
from indicators.figures import Counts, Figures, of_kinds
from indicators.models import Indicator
from progress.agencies import AgencyOnDay
from progress.summaries import Board, board_on


def indicators_valid_on(day: date) -> QuerySet[Indicator]:
    """The indicators that hold on the day, in their order."""
    return Indicator.objects.filter(valid_on(day))


def indicators_on(
    day: date, user: Actor | None = None, *, start: date | None = None, board: Board | None = None
) -> list[dict[str, Any]]:
    """Every indicator of the day as a row: figures, percent, the lists behind, by kind of agency.

    `user` narrows to the agencies that user may see; `start` is the first day of the span in which
    things fall due (default: the first of the year); `board` spares asking the day's board again.
    `value` is None when the denominator is 0. Ten queries at most, however many agencies.
    """
    board = board or board_on(day, user)
    figures = Figures(board, start or date(day.year, 1, 1), user)
    names = list(AgencyKind.objects.values_list("code", flat=True))
    return [_row(indicator, figures, names) for indicator in indicators_valid_on(day)]


def indicators_of_period(period: Period, user: Actor | None = None) -> list[dict[str, Any]]:
    """The indicators on the last day of the period, or today while it runs; due within it."""
    return indicators_on(period.day, user, start=period.start)


def _row(indicator: Indicator, figures: Figures, kinds: list[str]) -> dict[str, Any]:
    scope = list(indicator.scope)
    agencies = of_kinds(figures.board.agencies, scope)
    above = figures.counts(indicator.numerator)
    below = figures.counts(indicator.denominator)
    present = {agency.kind for agency in agencies}
    return {
        "code": indicator.code,
        "title": indicator.title,
        "title_en": indicator.title_en,
        "unit": indicator.unit,
        "formula": {"numerator": indicator.numerator, "denominator": indicator.denominator},
        "scope": scope,
        "valid_from": indicator.valid_from,
        "valid_to": indicator.valid_to,
        "legal_basis": indicator.legal_basis,
        "formula_confirmed": indicator.confirmed,
        "due_from": figures.start,
        **_measured(indicator, figures, above, below, agencies, scope),
        "parts": [_part(code, figures, agencies, scope) for code in indicator.parts],
        "by_kind": [
            {
                "kind": kind,
                **_measured(indicator, figures, above, below, of_kinds(agencies, [kind]), [kind]),
            }
            for kind in kinds
            if kind in present
        ],
    }


def _measured(
    indicator: Indicator,
    figures: Figures,
    above: Counts,
    below: Counts,
    agencies: list[AgencyOnDay],
    kinds: list[str],
) -> dict[str, Any]:
    whole, part = _sum(below.total, agencies), _sum(above.total, agencies)
    return {
        "numerator": part,
        "confirmed": _sum(above.confirmed, agencies),
        "denominator": whole,
        "value": percent(part, whole),
        "lists": {
            "numerator": figures.address(indicator.numerator, kinds),
            "confirmed": figures.address(indicator.numerator, kinds, confirmed=True),
            "denominator": figures.address(indicator.denominator, kinds),
        },
    }


def _part(
    code: str, figures: Figures, agencies: list[AgencyOnDay], kinds: list[str]
) -> dict[str, Any]:
    counts = figures.counts(code)
    return {
        "figure": code,
        "label": label("figures", code),
        "label_en": label("figures", code, "en"),
        "count": _sum(counts.total, agencies),
        "list": figures.address(code, kinds),
    }


def _sum(counts: dict[int, int], agencies: Iterable[AgencyOnDay]) -> int:
    return sum(counts.get(agency.id, 0) for agency in agencies)


def percent(part: int, whole: int) -> float | None:
    """The share in percent with one decimal; None where there is nothing to divide by."""
    return round(100 * part / whole, 1) if whole else None
