"""Putting accounts on record. Called inside an open act."""

import secrets
from datetime import timedelta

from django.contrib.auth.password_validation import validate_password
from django.core.exceptions import ValidationError
from django.utils import timezone

from accounts import rules
from accounts.models import PasswordToken, User
from accounts.queries import hashed, links_standing
from acts.permissions import Actor
from agencies.models import Agency
from core.days import today
from core.rules import Malformed, refuse
from standards.queries import policy_on


def put_user(
    *,
    username: str,
    role: str,
    password: str = "",
    agency: Agency | None = None,
    name: str = "",
    position: str = "",
    work_contact: str = "",
    by: Actor,
) -> User:
    """A new account; without a password it waits for a link. Raises Malformed for a weak one."""
    refuse(
        [
            *rules.blockers_to_create(username, role, agency),
            *rules.blockers_to_hand_out(role, agency.pk if agency else None, by),
        ]
    )
    user = User(
        username=username,
        role=role,
        agency=agency,
        name=name or username,
        position=position,
        work_contact=work_contact,
    )
    if password:
        choose_password(user, password)
    else:
        user.set_unusable_password()
    user.save()
    return user


def choose_password(user: User, password: str) -> None:
    """Give the account a password that holds; raises Malformed for a weak one. Saves nothing."""
    try:
        validate_password(password, user)
    except ValidationError as weak:
        raise Malformed(
            *[
                ("/password", error.code or "invalid", error.params or {})
                for error in weak.error_list
            ]
        ) from weak
    user.set_password(password)


def put_link(user: User) -> PasswordToken:
    """A new link to set the password; its `secret` is known only now, earlier links end."""
    end_links(user)
    hours = policy_on(today()).number("password_link.hours")
    secret = secrets.token_urlsafe(32)
    link = PasswordToken.objects.create(
        user=user,
        secret_hash=hashed(secret),
        expires_at=timezone.now() + timedelta(hours=hours),
    )
    link.secret = secret
    return link


def end_links(user: User) -> None:
    """Every link of the account that still stands ends now."""
    links_standing().filter(user=user).update(ended_at=timezone.now())
