"""The acts on editions and numbers of the law; each passes the gate once."""

from datetime import date
from decimal import Decimal
from typing import Any

from acts.gate import acting, needs_reason
from acts.permissions import Actor
from standards import records
from standards.models import Edition, EditionDate, PolicyValue


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
    with acting("policy.record", by=by, on=_first_of(code), reason=reason):
        return records.put_policy_value(
            code=code,
            value=value,
            unit=unit,
            valid_from=valid_from,
            legal_basis=legal_basis,
            confirmed=confirmed,
        )


def correct_policy_value(
    value: PolicyValue, changes: dict[str, Any], *, reason: str, by: Actor
) -> PolicyValue:
    """Correct a value that was written wrong, or confirm it; past days are counted anew."""
    needs_reason(reason)
    with acting("policy.correct", by=by, on=_first_of(value.code), reason=reason):
        return records.keep_policy_value(PolicyValue.objects.get(pk=value.pk), changes)


def record_edition_date(
    *, edition: Edition, reason: str = "", by: Actor, **given: Any
) -> EditionDate:
    """Record a date in the life of an edition; the edition is locked."""
    with acting("edition.record_date", by=by, on=_itself(edition.code), reason=reason):
        return records.put_edition_date(edition=edition, **given)


def correct_edition_date(
    known: EditionDate, changes: dict[str, Any], *, reason: str, by: Actor
) -> EditionDate:
    """Correct or confirm a date of an edition; the edition is locked with all its dates."""
    needs_reason(reason)
    with acting("edition.correct_date", by=by, on=_itself(known.edition_id), reason=reason):
        return records.keep_edition_date(EditionDate.objects.get(pk=known.pk), changes)


def _first_of(code: str) -> Any:
    return PolicyValue.objects.filter(code=code).order_by("pk")


def _itself(code: str) -> Any:
    return Edition.objects.filter(code=code)
