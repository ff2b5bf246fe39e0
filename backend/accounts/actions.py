"""The acts on accounts; each passes the gate once."""

from typing import Any

from accounts import records
from accounts.models import User
from acts.gate import acting
from acts.permissions import Actor
from agencies.models import Agency
from agencies.queries import province


def create_account(
    *,
    username: str,
    password: str,
    role: str,
    agency: Agency | None = None,
    reason: str = "",
    by: Actor,
    **given: Any,
) -> User:
    """Create an account; the agency's row is locked, so that it cannot end meanwhile."""
    home = Agency.objects.filter(pk=agency.pk) if agency else province()
    with acting("account.create", by=by, on=home, reason=reason) as locked:
        return records.put_user(
            username=username,
            password=password,
            role=role,
            agency=locked if agency else None,
            **given,
        )
