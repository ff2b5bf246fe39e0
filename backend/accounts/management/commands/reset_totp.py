"""reset_totp NAME --reason WHY: take the one-time codes off an account, on the server."""

from argparse import ArgumentParser
from typing import Any

from django.core.management.base import BaseCommand, CommandError

from accounts.actions import reset_totp
from accounts.models import User
from core.rules import RuleBroken
from core.sentences import sentence


class Command(BaseCommand):
    help = "Take the one-time codes off an account: for the last administrator who lost the phone."

    def add_arguments(self, parser: ArgumentParser) -> None:
        parser.add_argument("name", help="user name")
        parser.add_argument("--reason", required=True, help="kept in the history of the account")

    def handle(self, *args: Any, **told: Any) -> None:
        user = User.objects.filter(username=told["name"]).first()
        if user is None:
            raise CommandError(f"There is no account {told['name']}.")
        try:
            reset_totp(user, reason=told["reason"], by=User.objects.system())
        except RuleBroken as refused:
            said = [sentence("blocker", b.code, "en", b.params) for b in refused.blockers]
            raise CommandError(". ".join(said)) from refused
        self.stdout.write(f"{user.username} signs in with the password alone until it is set up.")
