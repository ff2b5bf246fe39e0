"""Putting accounts on record. Called inside an open act."""

from django.contrib.auth.password_validation import validate_password
from django.core.exceptions import ValidationError

from accounts import rules
from accounts.models import User
from agencies.models import Agency
from core.rules import Malformed, refuse


def put_user(
    *,
    username: str,
    password: str,
    role: str,
    agency: Agency | None = None,
    name: str = "",
    position: str = "",
    work_contact: str = "",
) -> User:
    """A new account with a password that holds; raises Malformed for a weak one."""
    refuse(rules.blockers_to_create(username, role, agency))
    user = User(
        username=username,
        role=role,
        agency=agency,
        name=name or username,
        position=position,
        work_contact=work_contact,
    )
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
    user.save()
    return user
