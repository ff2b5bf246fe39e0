"""Filters of planning and approval."""

import django_filters as filters
from django.db.models import Q, QuerySet

from acts.api.filters import Choices, Known, OnDay
from agencies.models import Agency
from agencies.queries import ids_in_scope_on
from plans.models import Appraisal, Decision, Directive, OfficialDocument, Plan, Submission, Task
from plans.task_states import STATES, in_state_on


class OfRollout(OnDay):
    """?agency=CODE&rollout=ID"""

    agency = Known(Agency, "rollout__agency")
    rollout = filters.NumberFilter(field_name="rollout_id")


class PlanFilter(OfRollout):
    kind = Choices(Plan.KINDS, field_name="kind")

    class Meta:
        model = Plan
        fields: list[str] = []


class SubmissionFilter(OfRollout):
    class Meta:
        model = Submission
        fields: list[str] = []


class AppraisalFilter(OfRollout):
    result = Choices(Appraisal.RESULTS, field_name="result")

    class Meta:
        model = Appraisal
        fields: list[str] = []


class PaperFilter(OnDay):
    number = filters.CharFilter(field_name="number", lookup_expr="iexact")
    issuer = filters.CharFilter(field_name="issuer", lookup_expr="iexact")

    class Meta:
        model = OfficialDocument
        fields: list[str] = []


class DecisionFilter(OnDay):
    agency = Known(Agency, "rollouts__agency", distinct=True)
    rollout = filters.NumberFilter(field_name="links__rollout_id")
    kind = Choices(Decision.KINDS, field_name="kind")
    number = filters.CharFilter(field_name="document__number", lookup_expr="iexact")

    class Meta:
        model = Decision
        fields: list[str] = []


class DirectiveFilter(OnDay):
    agency = Known(Agency, "tasks__agency", distinct=True)
    kind = Choices(Directive.KINDS, field_name="kind")

    class Meta:
        model = Directive
        fields: list[str] = []


class TaskFilter(OnDay):
    agency = Known(Agency, "agency")
    directive = filters.NumberFilter(field_name="directive_id")
    state = Choices(STATES, method="in_state")
    in_scope = filters.BooleanFilter(method="of_agencies_in_scope")

    def in_state(self, rows: QuerySet[Task], name: str, states: list[str]) -> QuerySet[Task]:
        wanted = Q()
        for state in states:
            wanted |= Q(pk__in=in_state_on(state, self.day).values("pk"))
        return rows.filter(wanted)

    def of_agencies_in_scope(self, rows: QuerySet[Task], name: str, value: bool) -> QuerySet[Task]:
        inside = Q(agency__in=ids_in_scope_on(self.day))
        return rows.filter(inside if value else ~inside)

    class Meta:
        model = Task
        fields: list[str] = []
