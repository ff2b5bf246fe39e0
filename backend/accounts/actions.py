"""The acts on accounts; each passes the gate once."""

from typing import Any

from django.utils import timezone

from accounts import records, rules, second_factor
from accounts.locking import unlock
from accounts.models import PasswordToken, User
from accounts.queries import link_with
from accounts.signing_in import may_sign_in
from acts.gate import acting, needs_reason
from acts.permissions import Actor
from acts.registry import blockers_of_person
from agencies.models import Agency
from agencies.queries import province
from core.rules import Malformed, refuse


def create_account(
    *,
    username: str,
    role: str,
    password: str = "",
    agency: Agency | None = None,
    reason: str = "",
    by: Actor,
    **given: Any,
) -> User:
    """Create an account; the agency's row is locked, so that it cannot end meanwhile.

    Without a password the account waits for a link (`reset_password`).
    """
    home = Agency.objects.filter(pk=agency.pk) if agency else province()
    with acting("account.create", by=by, on=home, reason=reason) as locked:
        return records.put_user(
            username=username,
            password=password,
            role=role,
            agency=locked if agency else None,
            by=by,
            **given,
        )


def change_account(account: User, changes: dict[str, Any], *, reason: str = "", by: Actor) -> User:
    """Change name, position, work_contact, role or agency of an account."""
    with acting("account.change", by=by, on=_itself(account), reason=reason) as user:
        role, agency = changes.get("role", user.role), changes.get("agency", user.agency)
        refuse(
            [
                *blockers_of_person("account.change", user, by),
                *rules.blockers_of_change(user, role, agency, by),
            ]
        )
        for name, value in changes.items():
            setattr(user, name, value)
        if changes:
            user.save(update_fields=list(changes))
        return user


def close_account(account: User, *, reason: str = "", by: Actor) -> User:
    """Close an account: its sessions, its password and its links end with it."""
    with acting("account.close", by=by, on=_itself(account), reason=reason) as user:
        needs_reason(reason)
        refuse([*rules.blockers_to_close(user), *blockers_of_person("account.close", user, by)])
        user.is_active = False
        user.set_unusable_password()  # every session bears the password's mark
        user.save(update_fields=["is_active", "password"])
        records.end_links(user)
        return user


def reopen_account(account: User, *, reason: str = "", by: Actor) -> User:
    """Open a closed account again; the person sets a password with a new link."""
    with acting("account.reopen", by=by, on=_itself(account), reason=reason) as user:
        needs_reason(reason)
        refuse([*rules.blockers_to_reopen(user), *blockers_of_person("account.reopen", user, by)])
        user.is_active = True
        user.save(update_fields=["is_active"])
        return user


def reset_password(account: User, *, reason: str = "", by: Actor) -> PasswordToken:
    """Make a link by which the person sets the password once; `secret` is told only here."""
    with acting("account.reset_password", by=by, on=_itself(account), reason=reason) as user:
        refuse(
            [
                *rules.blockers_to_close(user),
                *blockers_of_person("account.reset_password", user, by),
            ]
        )
        unlock(user.username)
        return records.put_link(user)


def set_password(secret: str, *, password: str, by: User) -> User:
    """The person sets the password with a link, once; sessions opened before end.

    `by` is the account of the link. Raises Malformed for a link that does not stand.
    """
    with acting("account.set_password", by=by, on=_itself(by)) as user:
        link = link_with(secret)
        if link is None or link.user_id != user.pk or not may_sign_in(user):
            raise Malformed(("/token", "password_link.invalid", {}))
        records.choose_password(user, password)
        user.save(update_fields=["password"])
        records.end_links(user)
        unlock(user.username)
        return user


def set_totp(secret: str, *, code: str, by: User) -> list[str]:
    """The person shows that the app has the secret; returns the recovery codes, told once.

    Raises Malformed for a wrong code; refuses an account that has one-time codes already.
    """
    with acting("account.set_totp", by=by, on=_itself(by)) as user:
        refuse(rules.blockers_to_set_totp(user))
        if not second_factor.fits(secret, code):
            raise Malformed(("/code", "totp.wrong", {}))
        user.totp_since = timezone.now()
        user.save(update_fields=["totp_since"])
        return second_factor.keep(user, secret)


def reset_totp(account: User, *, reason: str = "", by: Actor) -> User:
    """Take the one-time codes off an account whose owner lost the app; a reason is needed."""
    with acting("account.reset_totp", by=by, on=_itself(account), reason=reason) as user:
        needs_reason(reason)
        refuse(
            [
                *rules.blockers_to_reset_totp(user),
                *blockers_of_person("account.reset_totp", user, by),
            ]
        )
        user.totp_since = None
        user.save(update_fields=["totp_since"])
        second_factor.forget(user)
        unlock(user.username)
        return user


def _itself(account: User) -> Any:
    return User.objects.filter(pk=account.pk)
