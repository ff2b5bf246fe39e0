"""Rows of the province's model lists: rules, then rows."""

from collections.abc import Sequence
from datetime import date, timedelta
from typing import Any

from agencies.models import AgencyKind
from core.rules import refuse
from documents import rules
from documents.models import ModelLine, ModelList
from standards.models import Edition

LINE = ("code", "title", "unit", "field")


def put_model_list(
    *,
    agency_kind: AgencyKind,
    edition: Edition,
    valid_from: date,
    lines: Sequence[dict[str, Any]],
    title: str = "",
    note: str = "",
) -> ModelList:
    """The model list of a kind and an edition from a day on; the one before ends on the eve."""
    earlier = ModelList.objects.filter(agency_kind=agency_kind, edition=edition)
    previous = earlier.order_by("-valid_from").first()
    refuse([*rules.blockers_to_follow(previous, valid_from), *rules.blockers_of_model_lines(lines)])
    eve = valid_from - timedelta(days=1)
    if previous and (previous.valid_to is None or previous.valid_to > eve):
        previous.valid_to = eve
        previous.save(update_fields=["valid_to"])
    made = ModelList.objects.create(
        agency_kind=agency_kind, edition=edition, valid_from=valid_from, title=title, note=note
    )
    _put_lines(made, lines)
    return made


def keep_model_list(
    model_list: ModelList, changes: dict[str, Any], lines: Sequence[dict[str, Any]] | None
) -> ModelList:
    """A corrected model list; `lines` replaces all that it had."""
    if lines is not None:
        refuse(rules.blockers_of_model_lines(lines))
        model_list.lines.all().delete()
        _put_lines(model_list, lines)
    for name, value in changes.items():
        setattr(model_list, name, value)
    model_list.save()
    return model_list


def put_end(model_list: ModelList, valid_to: date) -> ModelList:
    """The last day on which the model list is valid; it is kept for the days before."""
    refuse(rules.blockers_of_end(model_list, valid_to))
    model_list.valid_to = valid_to
    model_list.save(update_fields=["valid_to"])
    return model_list


def _put_lines(model_list: ModelList, lines: Sequence[dict[str, Any]]) -> None:
    ModelLine.objects.bulk_create(
        ModelLine(
            model_list=model_list,
            kind_id=line["kind"],
            **{name: line.get(name, "") for name in LINE},
        )
        for line in lines
    )
