"""Putting numbers of the law on record: rules, then rows. Called inside an open act."""

from datetime import date, timedelta
from decimal import Decimal

from django.db.models import F

from core.rules import refuse
from standards import rules
from standards.models import PolicyValue


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
    refuse(rules.blockers_of_value(previous, unit, valid_from))
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
