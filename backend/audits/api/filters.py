"""Filters of audits and findings."""

from functools import reduce
from operator import or_
from typing import Any

import django_filters as filters
from django.db.models import CharField, F, Func, Q, QuerySet, TextField, Value
from django.db.models.functions import Concat

from acts.api.filters import Choices, Ids, Known, OnDay
from agencies.models import Agency, AgencyKind
from agencies.queries import ids_of_kinds_on
from audits.board_scope import ON_BOARD
from audits.models import Audit, CorrectiveAction, Finding
from audits.models.audit import TYPES
from audits.queries import STATES, corrections_due_on
from core.text import search_text
from plans.queries import holdings_on
from standards.models import CertificationBody, Edition


class Bare(Func):
    """SQL twin of core.text.search_text: lower case, without accents, đ as d."""

    template = (
        "lower(regexp_replace(normalize(translate(%(expressions)s, 'đĐ', 'dD'), NFD),"
        " '[\\u0300-\\u036f]', '', 'g'))"
    )
    output_field = TextField()


class AuditFilter(OnDay):
    agency = Known(Agency, "agency__code")
    rollout = Ids(field_name="rollout_id")
    kind = Choices(Audit.KINDS, field_name="kind")
    type = Choices(TYPES, field_name="type")
    body = Known(CertificationBody, "body__code")
    edition = Known(Edition, "edition")
    result = Choices(Audit.RESULTS, field_name="result")

    class Meta:
        model = Audit
        fields: list[str] = []


class FindingFilter(OnDay):
    """By default what the board counts: external findings of each agency's current rollout.

    `source=all` and `current=all` widen it; so does naming an agency or a rollout, and an audit
    shows all that it found.
    """

    agency = Known(Agency, "agency__code", method="of_agencies")
    rollout = Ids(field_name="rollout_id")
    audit = Ids(field_name="audit_id")
    grade = Choices(Finding.GRADES, field_name="grade")
    clause = filters.CharFilter(field_name="clause", lookup_expr="iexact")
    state = Choices(list(STATES), method="in_state")
    source = Choices([*Audit.KINDS, "all"], method="from_source")
    current = filters.ChoiceFilter(choices=[("all", "all"), ("board", "board")], method="as_is")
    search = filters.CharFilter(method="with_words")
    due_from = filters.DateFilter(method="of_corrections")
    corrected = Choices(["due", "in_time", "confirmed"], method="of_corrections")
    kind = Known(AgencyKind, "kind", method="of_kinds")

    class Meta:
        model = Finding
        fields: list[str] = []

    def filter_queryset(self, queryset: QuerySet[Finding]) -> QuerySet[Finding]:
        rows = super().filter_queryset(queryset)
        told = self.form.cleaned_data
        if not told["source"] and not told["audit"]:
            rows = rows.filter(source_kind="external")
        named = told["agency"] or told["rollout"] or told["audit"]
        external = not told["source"] or told["source"] == ["external"]
        on_board = told["current"] == "board" or (not told["current"] and not named and external)
        return ON_BOARD.narrowed(rows, self.day) if on_board else rows

    def of_agencies(self, rows: QuerySet[Finding], name: str, agencies: Any) -> Any:
        """Raised at the agency, or of a rollout that it holds on the day: its heir's too."""
        if not agencies:
            return rows
        held = holdings_on(self.day).filter(agency__in=agencies)
        return rows.filter(Q(agency__in=agencies) | Q(rollout__in=held.values("rollout")))

    def in_state(self, rows: QuerySet[Finding], name: str, states: list[str]) -> Any:
        chosen = [Q(pk__in=STATES[state](self.day).values("pk")) for state in states]
        return rows.filter(reduce(or_, chosen)) if chosen else rows

    def from_source(self, rows: QuerySet[Finding], name: str, kinds: list[str]) -> Any:
        return rows if "all" in kinds else rows.filter(source_kind__in=kinds)

    def of_corrections(self, rows: QuerySet[Finding], name: str, value: Any) -> Any:
        """?corrected=in_time&due_from=2026-07-01: due between that day and the day shown."""
        if not value or (name == "due_from" and self.form.cleaned_data["corrected"]):
            return rows
        start = self.form.cleaned_data["due_from"]
        due = corrections_due_on(self.day, start)
        parts = {
            "due": Q(),
            "in_time": Q(in_time=True),
            "confirmed": Q(in_time_confirmed=True),
        }
        chosen = ["due"] if name == "due_from" else value
        found = [Q(pk__in=due.filter(parts[part]).values("pk")) for part in chosen]
        return rows.filter(reduce(or_, found))

    def of_kinds(self, rows: QuerySet[Finding], name: str, kinds: Any) -> Any:
        """Of rollouts that an agency of these kinds holds on the day."""
        if not kinds:
            return rows
        held = holdings_on(self.day).filter(agency__in=ids_of_kinds_on(self.day, kinds))
        return rows.filter(rollout__in=held.values("rollout"))

    def as_is(self, rows: QuerySet[Finding], name: str, value: str) -> QuerySet[Finding]:
        return rows

    def with_words(self, rows: QuerySet[Finding], name: str, words: str) -> Any:
        columns = [
            part for n in ("code", "clause", "unit", "description") for part in (F(n), Value(" "))
        ]
        text = Bare(Concat(*columns, output_field=CharField()))
        return rows.annotate(_words=text).filter(_words__contains=search_text(words))


class ActionFilter(OnDay):
    agency = Known(Agency, "finding__agency__code")
    finding = Ids(field_name="finding_id")
    rollout = Ids(field_name="finding__rollout_id")

    class Meta:
        model = CorrectiveAction
        fields: list[str] = []
