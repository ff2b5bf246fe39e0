"""Putting numbers of the law and dates of editions on record. Called inside an open act."""

from datetime import date, timedelta
from decimal import Decimal
from typing import Any

from django.db.models import F

from core.rules import refuse
from standards import rules
from standards.models import EditionDate, PolicyValue


def put_policy_value(
    *,
    code: str,
    value: Decimal,
    unit: str = "",
    valid_from: date,
    legal_basis: str,
    confirmed: bool = False,
) -> PolicyValue:
    """A value from a day on; the one before ends the day before."""
    known = PolicyValue.objects.filter(code=code)
    previous = known.order_by(F("valid_from").desc(nulls_last=True), "-pk").first()
    refuse(rules.blockers_of_value(previous, value, unit, valid_from))
    assert previous is not None  # a rule: only known codes
    eve = valid_from - timedelta(days=1)
    if previous.valid_to is None or previous.valid_to > eve:
        previous.valid_to = eve
        previous.save(update_fields=["valid_to"])
    return PolicyValue.objects.create(
        code=code,
        value=value,
        unit=previous.unit,
        valid_from=valid_from,
        legal_basis=legal_basis,
        confirmed=confirmed,
    )


def keep_policy_value(value: PolicyValue, changes: dict[str, Any]) -> PolicyValue:
    """A value as it should have been written; the one before ends on the eve of its first day."""
    began = value.valid_from
    before = (
        PolicyValue.objects.filter(code=value.code, valid_to__lt=began).order_by("valid_to").last()
        if began
        else None
    )
    for name, told in changes.items():
        setattr(value, name, told)
    moved = value.valid_from != began
    refuse(rules.blockers_to_correct_value(before, value, moved))
    value.save(update_fields=list(changes))
    if moved and before and value.valid_from:
        before.valid_to = value.valid_from - timedelta(days=1)
        before.save(update_fields=["valid_to"])
    return value


def put_edition_date(**given: Any) -> EditionDate:
    """A date in the life of an edition that nobody has written down yet."""
    known = EditionDate(**given)
    refuse(rules.blockers_of_date(known))
    known.save()
    return known


def keep_edition_date(known: EditionDate, changes: dict[str, Any]) -> EditionDate:
    """The date as it is known now: a day found out, moved, or confirmed by a source."""
    for name, told in changes.items():
        setattr(known, name, told)
    refuse(rules.blockers_of_date(known))
    known.save(update_fields=list(changes))
    return known
