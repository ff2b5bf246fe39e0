"""Accounts as lists, and the links that still let somebody set a password."""

import hashlib

from django.core.exceptions import PermissionDenied
from django.db.models import QuerySet
from django.utils import timezone

from accounts.models import PasswordToken, User
from acts.permissions import Actor, Role


def accounts_listed_for(user: Actor) -> QuerySet[User]:
    """Accounts that this user may list: a head those of the own agency. Raises PermissionDenied."""
    rows = User.objects.exclude(role=Role.SYSTEM)
    if user.role in (Role.ADMINISTRATOR, Role.COORDINATOR, Role.SYSTEM):
        return rows
    if user.role == Role.HEAD and user.agency_id:
        return rows.filter(agency_id=user.agency_id)
    raise PermissionDenied("account.list")


def hashed(secret: str) -> str:
    """What is kept of the secret of a link."""
    return hashlib.sha256(secret.encode()).hexdigest()


def links_standing() -> QuerySet[PasswordToken]:
    """Links that are neither used, nor replaced, nor expired now."""
    return PasswordToken.objects.filter(ended_at=None, expires_at__gt=timezone.now())


def link_with(secret: str) -> PasswordToken | None:
    """The standing link with this secret, with its user and the user's agency."""
    found = links_standing().filter(secret_hash=hashed(secret))
    return found.select_related("user__agency").first()
