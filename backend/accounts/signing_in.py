"""Who may sign in: an active account of an agency that still exists."""

from typing import Any

from django.contrib.auth.backends import BaseBackend
from django.contrib.auth.hashers import make_password
from django.http import HttpRequest

from accounts.models import User
from acts.permissions import Role
from core.days import today


def may_sign_in(user: User) -> bool:
    """Whether the account is open today; it ends on the day its agency ends. Source: contract 2."""
    if not user.is_active or user.role == Role.SYSTEM:
        return False
    ended = user.agency.valid_to if user.agency else None
    return ended is None or ended >= today()


class ByPassword(BaseBackend):
    """User name and password; every request asks again whether the account is still open."""

    def authenticate(
        self, request: HttpRequest | None, username: str = "", password: str = "", **_: Any
    ) -> User | None:
        user = User.objects.select_related("agency").filter(username=username).first()
        if user is None:
            make_password(password)  # as slow as for a known name: the time tells nothing
            return None
        return user if user.check_password(password) and may_sign_in(user) else None

    def get_user(self, user_id: int) -> User | None:
        user = User.objects.select_related("agency").filter(pk=user_id).first()
        return user if user and may_sign_in(user) else None
