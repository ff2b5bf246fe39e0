"""The acts on editions and numbers of the law; each passes the gate once."""

from datetime import date
from decimal import Decimal

from acts.gate import acting
from acts.permissions import Actor
from standards import records
from standards.models import PolicyValue


def record_policy_value(
    *,
    code: str,
    value: Decimal,
    unit: str = "",
    valid_from: date,
    legal_basis: str,
    confirmed: bool = False,
    reason: str = "",
    by: Actor,
) -> PolicyValue:
    """Record a number of the law from a day on; the first row of the code locks them all."""
    first = PolicyValue.objects.filter(code=code).order_by("pk")
    with acting("policy.record", by=by, on=first, reason=reason):
        return records.put_policy_value(
            code=code,
            value=value,
            unit=unit,
            valid_from=valid_from,
            legal_basis=legal_basis,
            confirmed=confirmed,
        )
