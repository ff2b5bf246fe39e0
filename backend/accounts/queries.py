"""Accounts as lists."""

from django.core.exceptions import PermissionDenied
from django.db.models import QuerySet

from accounts.models import User
from acts.permissions import Actor, Role


def accounts_listed_for(user: Actor) -> QuerySet[User]:
    """Accounts that this user may list: a head those of the own agency. Raises PermissionDenied."""
    rows = User.objects.exclude(role=Role.SYSTEM)
    if user.role in (Role.ADMINISTRATOR, Role.COORDINATOR, Role.SYSTEM):
        return rows
    if user.role == Role.HEAD and user.agency_id:
        return rows.filter(agency_id=user.agency_id)
    raise PermissionDenied("account.list")
