"""create_account NAME --role ROLE [--agency CODE]; password from ACCOUNT_PASSWORD or a prompt."""

import os
from argparse import ArgumentParser
from getpass import getpass
from typing import Any

from django.core.management.base import BaseCommand, CommandError

from accounts.actions import create_account
from accounts.api.serializers import ROLES
from accounts.models import User
from agencies.models import Agency
from core.rules import Malformed, RuleBroken
from core.sentences import sentence


class Command(BaseCommand):
    help = "Create an account; its password comes from ACCOUNT_PASSWORD or from a prompt."

    def add_arguments(self, parser: ArgumentParser) -> None:
        parser.add_argument("name", help="user name")
        parser.add_argument("--role", required=True, choices=ROLES)
        parser.add_argument("--agency", help="code of the agency of an officer or a head")
        parser.add_argument("--full-name", default="", help="name shown on the screens")
        parser.add_argument("--position", default="")

    def handle(self, *args: Any, **told: Any) -> None:
        agency = None
        if told["agency"]:
            agency = Agency.objects.filter(code=told["agency"]).first()
            if agency is None:
                raise CommandError(f"There is no agency {told['agency']}.")
        try:
            user = create_account(
                username=told["name"],
                password=os.environ.get("ACCOUNT_PASSWORD") or getpass("Password: "),
                role=told["role"],
                agency=agency,
                name=told["full_name"],
                position=told["position"],
                by=User.objects.system(),
            )
        except RuleBroken as refused:
            told_why = [sentence("blocker", b.code, "en", b.params) for b in refused.blockers]
            raise CommandError(". ".join(told_why)) from refused
        except Malformed as weak:
            raise CommandError(
                ". ".join(sentence("error", code, "en", params) for _, code, params in weak.errors)
            ) from weak
        self.stdout.write(f"{user.username}: {user.role}")
