"""One-time codes (TOTP) and recovery codes, kept by django-allauth; read and checked here."""

import base64
import hashlib

from allauth.core.internal.cryptokit import compare_user_code
from allauth.mfa.adapter import DefaultMFAAdapter
from allauth.mfa.models import Authenticator
from allauth.mfa.recovery_codes.internal.auth import RecoveryCodes
from allauth.mfa.totp.internal import auth as totp
from cryptography.fernet import Fernet
from django.conf import settings
from django.utils import timezone

from accounts.models import User


def _cipher() -> Fernet:
    """Codes in a stolen backup are worth nothing without SECRET_KEY."""
    key = hashlib.sha256(f"second factor|{settings.SECRET_KEY}".encode()).digest()
    return Fernet(base64.urlsafe_b64encode(key))


class Adapter(DefaultMFAAdapter):
    """What allauth asks of this installation."""

    def encrypt(self, text: str) -> str:
        return _cipher().encrypt(text.encode()).decode()

    def decrypt(self, encrypted_text: str) -> str:
        return _cipher().decrypt(encrypted_text.encode()).decode()

    def get_totp_label(self, user: User) -> str:
        return user.username


def new_secret() -> str:
    """A secret for an authenticator app, not yet anybody's."""
    return totp.generate_totp_secret()


def invitation(user: User, secret: str) -> dict[str, str]:
    """The secret, its otpauth:// address, and that address as a picture to scan."""
    adapter = Adapter()
    uri = adapter.build_totp_url(user, secret)
    return {"secret": secret, "uri": uri, "svg": adapter.build_totp_svg(uri)}


def fits(secret: str, code: str) -> bool:
    """Whether the app that was given this secret shows this code now."""
    return bool(_step(secret, code))


def _step(secret: str, code: str) -> int:
    """The time step whose code this is, half a minute to either side; 0 for none."""
    for counter in totp.yield_hotp_counters_from_time():
        expected = totp.format_hotp_value(totp.hotp_value(secret, counter))
        if compare_user_code(actual=code, expected=expected):
            return counter
    return 0


def keep(user: User, secret: str) -> list[str]:
    """Make the secret the account's; returns its recovery codes, told only now."""
    forget(user)
    kept = totp.TOTP.activate(user, secret).instance
    Authenticator.objects.filter(pk=kept.pk).update(data={**kept.data, "step": 0})
    return RecoveryCodes.activate(user).get_unused_codes()


def forget(user: User) -> None:
    """The account has neither app nor recovery codes any more."""
    Authenticator.objects.filter(user=user).delete()


def accepts(user: User, code: str) -> bool:
    """Whether this is the app's code, or a recovery code; each is accepted once.

    The step is moved by one conditional update: of two requests with the same code one succeeds.
    """
    for kept in Authenticator.objects.filter(user=user):
        if kept.type == Authenticator.Type.TOTP:
            step = _step(Adapter().decrypt(kept.data["secret"]), code)
            newer = Authenticator.objects.filter(pk=kept.pk, data__step__lt=step)
            told = {"data": {**kept.data, "step": step}, "last_used_at": timezone.now()}
            if step and newer.update(**told):
                return True
        elif kept.type == Authenticator.Type.RECOVERY_CODES:
            if RecoveryCodes(kept).validate_code(code.strip()):
                return True
    return False
