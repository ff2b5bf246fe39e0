"""Users: one role, at most one agency, and nothing personal beyond name, position, work contact."""

import pghistory
from django.conf import settings
from django.contrib.auth.base_user import AbstractBaseUser, BaseUserManager
from django.db import models
from django.db.models import Q

from acts.permissions import Role
from acts.tracking import tracked
from agencies.models import Ancestry
from core.facts import Record
from core.text import search_text

SYSTEM_NAME = "he-thong"


class Users(BaseUserManager["User"]):
    def get_by_natural_key(self, username: str | None) -> "User":
        return self.get(username=username)

    def system(self) -> "User":
        """The named system actor under whom shipped data is loaded."""
        user = self.filter(username=SYSTEM_NAME).first()
        if user is None:  # nobody could act before the first actor: labelled without the gate
            with pghistory.context(verb="account.create", actor=None, reason="tài khoản hệ thống"):
                user, _ = self.get_or_create(
                    username=SYSTEM_NAME, defaults={"role": Role.SYSTEM, "name": "Hệ thống"}
                )
        return user


@tracked(exclude_also=["password", "last_login"])
class User(AbstractBaseUser, Record):
    username = models.CharField(max_length=60, unique=True)
    name = models.CharField(max_length=200, blank=True, default="")
    position = models.CharField(max_length=200, blank=True, default="")
    work_contact = models.CharField(max_length=200, blank=True, default="")
    role = models.CharField(max_length=20, choices=Role.choices)
    agency = models.ForeignKey(
        "agencies.Agency", models.PROTECT, null=True, blank=True, related_name="users"
    )
    is_active = models.BooleanField(default=True)
    totp_since = models.DateTimeField(
        null=True, blank=True, help_text="signs in with a one-time code besides; null: does not"
    )

    USERNAME_FIELD = "username"
    objects = Users()

    class Meta:
        constraints = [
            models.CheckConstraint(
                condition=Q(role__in=["officer", "head"], agency__isnull=False)
                | Q(role__in=["coordinator", "council", "administrator", "system"], agency=None),
                name="user__role_fits_agency",
            )
        ]

    def __str__(self) -> str:
        return self.username

    @property
    def home_agency_id(self) -> int | None:
        return self.agency_id

    @property
    def owes_second_factor(self) -> bool:
        """Whether the role asks for one-time codes and the person has not set them up yet."""
        return self.totp_since is None and self.role in settings.SECOND_FACTOR_ROLES

    @property
    def person_key(self) -> str:
        """Tells a person who has two accounts: name and work contact, where both are given."""
        if not (self.name and self.work_contact):
            return ""
        return f"{search_text(self.name)}|{search_text(self.work_contact)}"

    def predecessor_ids(self) -> set[int]:
        """Ids of the agencies that came before the user's own, through every succession."""
        if self.agency_id is None:
            return set()
        if not hasattr(self, "_predecessors"):
            rows = Ancestry.objects.filter(agency_id=self.agency_id)
            self._predecessors = set(rows.values_list("predecessor_id", flat=True))
        return self._predecessors


@tracked()
class PasswordToken(Record):
    """A link by which a person sets the password once; only the hash of its secret is kept."""

    user = models.ForeignKey(User, models.CASCADE, related_name="password_tokens")
    secret_hash = models.CharField(max_length=64, unique=True)
    made_at = models.DateTimeField(auto_now_add=True)
    expires_at = models.DateTimeField()
    ended_at = models.DateTimeField(null=True, blank=True, help_text="used, or another was made")
    secret = ""  # known to the act that makes it, and to nobody afterwards

    def __str__(self) -> str:
        return f"password link of {self.user_id}"

    @property
    def home_agency_id(self) -> int | None:
        return self.user.agency_id
