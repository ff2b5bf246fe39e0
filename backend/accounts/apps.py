from django.apps import AppConfig
from django.contrib.auth.signals import user_logged_in


class AccountsConfig(AppConfig):
    name = "accounts"

    def ready(self) -> None:
        from accounts import next_acts  # noqa: F401  (registers what may be done next)

        # A sign-in is no change of the account: it must leave no version without a verb.
        user_logged_in.disconnect(dispatch_uid="update_last_login")
