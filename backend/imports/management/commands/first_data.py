"""first_data: what the system needs before anybody enters anything; loads only what is missing."""

import os
import secrets
from collections.abc import Callable
from importlib import import_module
from importlib.util import find_spec
from typing import Any

from django.conf import settings
from django.core.management.base import BaseCommand

from accounts.actions import create_account
from accounts.models import User
from agencies.models import Agency
from agencies.register import load_register
from indicators.records import load_first_indicators
from standards.first_values import load_first_values

# Demonstration accounts bear job titles, never a person's name.
ACCOUNTS = [
    ("canbo.snv", "officer", "SNV-2025", "Cán bộ ISO Sở Nội vụ", "Chuyên viên Văn phòng Sở"),
    ("lanhdao.snv", "head", "SNV-2025", "Lãnh đạo Sở Nội vụ", "Phó Giám đốc Sở"),
    ("chuyenvien", "coordinator", None, "Chuyên viên UBND tỉnh", "Chuyên viên cơ quan thường trực"),
    ("bcd", "council", None, "Ban chỉ đạo ISO tỉnh", "Ủy viên Ban chỉ đạo"),
    ("quantri", "administrator", None, "Quản trị hệ thống", "Quản trị viên"),
]
# What the demonstration adds to the register, each given only when its module is there.
CASES: list[tuple[str, str]] = [
    ("imports.case", "load_article"),
    ("imports.illustration", "load"),
]


class Command(BaseCommand):
    help = "Load the register and the catalogues; with DEMO=1 also accounts and records to show."

    def handle(self, *args: Any, **options: Any) -> None:
        by = User.objects.system()
        self._told("register", load_register(by=by))
        self._told("standards", load_first_values(by=by))
        self._told("indicators", load_first_indicators(by=by))
        if settings.DEMO:
            self._accounts(by)
            for module, name in CASES:
                load = self._loader(module, name)
                if load:
                    self._told(module, load(by=by))

    def _accounts(self, by: User) -> None:
        known = set(User.objects.values_list("username", flat=True))
        missing = [account for account in ACCOUNTS if account[0] not in known]
        if not missing:
            return
        given = os.environ.get("DEMO_PASSWORD")
        password = given or secrets.token_urlsafe(12)
        for username, role, code, name, position in missing:
            create_account(
                username=username,
                password=password,
                role=role,
                agency=Agency.objects.get(code=code) if code else None,
                name=name,
                position=position,
                by=by,
            )
        self._told("accounts", {"accounts": len(missing)})
        if not given:
            self.stdout.write(f"Password of the demonstration accounts: {password}")

    @staticmethod
    def _loader(module: str, name: str) -> Callable[..., Any] | None:
        return getattr(import_module(module), name, None) if find_spec(module) else None

    def _told(self, what: str, counts: Any) -> None:
        """Say what was loaded; nothing when nothing was missing."""
        if isinstance(counts, dict):
            said = ", ".join(f"{number} {kind}" for kind, number in counts.items() if number)
            if said:
                self.stdout.write(f"{what}: {said}")
        elif counts:
            self.stdout.write(f"{what}: loaded")
