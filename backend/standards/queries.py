"""The numbers of the law on a day, the editions void on a day, and bodies by any of their names."""

import re
from collections.abc import Iterable
from dataclasses import dataclass
from datetime import date
from decimal import Decimal

from django.db.models import F, Q, QuerySet

from core.labels import labelled
from core.text import search_text
from standards.models import CertificationBody, Clause, Edition, EditionDate, PolicyValue


@dataclass(frozen=True)
class Policy:
    """The numbers that hold on one day; each is shipped, so that a missing one is a KeyError."""

    day: date
    values: dict[str, tuple[Decimal, str]]

    def number(self, code: str) -> int:
        """The value in its own unit."""
        return int(self.values[code][0])

    def months(self, code: str) -> int:
        """The value in months; raises ValueError when it is kept in another unit."""
        return self._in("months", code)

    def days(self, code: str) -> int:
        """The value in days; raises ValueError when it is kept in another unit."""
        return self._in("days", code)

    def _in(self, unit: str, code: str) -> int:
        value, kept = self.values[code]
        if kept != unit:
            raise ValueError(f"{code} is kept in {kept}, not in {unit}")
        return int(value)


def values_on(day: date) -> QuerySet[PolicyValue]:
    """The policy values valid on the day."""
    return PolicyValue.objects.filter(
        Q(valid_from=None) | Q(valid_from__lte=day), Q(valid_to=None) | Q(valid_to__gte=day)
    )


def policy_on(day: date) -> Policy:
    """All numbers of the law and of the province as they hold on the day; one query."""
    rows = values_on(day).order_by(F("valid_from").asc(nulls_first=True), "pk")
    return Policy(
        day, {code: (v, unit) for code, v, unit in rows.values_list("code", "value", "unit")}
    )


def codes_named(words: str) -> list[str]:
    """Codes of the numbers whose name, code or basis says the words, accents and case apart."""
    wanted = search_text(words)
    names = {row["code"]: f"{row['label']} {row['label_en']}" for row in labelled("policy_values")}
    rows = PolicyValue.objects.values_list("code", "legal_basis").distinct()
    return [
        code
        for code, basis in rows
        if wanted in search_text(f"{code} {names.get(code, '')} {basis}")
    ]


def edition_void_from(edition: str, track: str) -> date | None:
    """First day on which the edition no longer counts on the track; None when not known."""
    ends = EditionDate.objects.filter(edition__code=edition, track=track, what="void")
    return ends.values_list("on", flat=True).first()


def editions_with_dates() -> QuerySet[Edition]:
    """Editions with their dates and required documents, oldest first; three queries."""
    return Edition.objects.prefetch_related("dates", "required").order_by("code")


# 7.5.1, 7.5.1 c) and 4.2.3f name clauses 7.5.1 and 4.2.3.
_CLAUSE = re.compile(r"^(\d{1,2}(?:\.\d{1,2}){0,3})(?:[ .]?[a-zđ]\)?)?$", re.IGNORECASE)


def clause_number(text: str) -> str:
    """The number of the clause that a finding names, its letter left out; "" if it is none."""
    match = _CLAUSE.match(text.strip())
    return match[1] if match else ""


def clauses_known(editions: Iterable[str] | None = None) -> set[tuple[str, str]]:
    """(edition, number) of every clause of these editions, of all of them for None; one query."""
    rows = Clause.objects.all() if editions is None else Clause.objects.filter(edition__in=editions)
    return {(str(edition), number) for edition, number in rows.values_list("edition_id", "number")}


def body_named(text: str) -> CertificationBody | None:
    """The certification body that a source means, by code, name or alias; None when unknown."""
    key = search_text(text)
    for body in CertificationBody.objects.order_by("pk"):
        if key in {search_text(known) for known in (body.code, body.name, *body.aliases)}:
            return body
    return None
