"""What an account needs."""

from collections.abc import Iterator

from accounts.models import User
from acts.permissions import Role
from agencies.models import Agency
from core.days import today
from core.rules import Blocker

OF_AN_AGENCY = {Role.OFFICER.value, Role.HEAD.value}


def blockers_to_create(username: str, role: str, agency: Agency | None) -> Iterator[Blocker]:
    """One name, one role; officers and heads belong to a living agency, others to none.

    Source: contract 2.
    """
    if User.objects.filter(username__iexact=username).exists():
        yield Blocker("account.exists", {"username": username}, "/username")
    if role in OF_AN_AGENCY and agency is None:
        yield Blocker("account.agency_missing", {}, "/agency")
    if role not in OF_AN_AGENCY and agency is not None:
        yield Blocker("account.of_no_agency", {}, "/agency")
    if agency and agency.valid_to and agency.valid_to < today():
        yield Blocker(
            "agency.ended",
            {"agency": agency.code, "ended_on": agency.valid_to.isoformat()},
            "/agency",
        )
