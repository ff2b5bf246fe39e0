import time
from typing import Any

from django.apps import AppConfig
from django.contrib.auth.signals import user_logged_in
from django.http import HttpRequest

from core.idle import SEEN


class AccountsConfig(AppConfig):
    name = "accounts"

    def ready(self) -> None:
        from accounts import next_acts  # noqa: F401  (registers what may be done next)

        # A sign-in is no change of the account: it must leave no version without a verb.
        user_logged_in.disconnect(dispatch_uid="update_last_login")
        user_logged_in.connect(seen_now, dispatch_uid="seen_now")


def seen_now(sender: object, request: HttpRequest, **_: Any) -> None:
    """The idle time counts from the sign-in."""
    request.session[SEEN] = int(time.time())
