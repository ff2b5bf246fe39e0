"""Addresses of the approvals of lists."""

from typing import Any

from django.db.models import Count, IntegerField, OuterRef, QuerySet, Subquery
from django.db.models.functions import Coalesce
from rest_framework import serializers

from acts.api.facts import FactIn, FactShape
from acts.api.views import fact_schema
from agencies.api.brief import AgencyBrief
from agencies.queries import visible_to
from core.facts import with_names
from core.shapes import NumberField, PartialDateField, TextField
from documents import actions
from documents.api.filters import ApprovalFilter
from documents.api.views import Corrected
from documents.models import ListApproval
from documents.queries import listed_on
from plans.api.serializers import by_id
from plans.models import Rollout


class ApprovalFields(FactIn):
    approved_on = PartialDateField(required=False, allow_null=True)
    number = NumberField(required=False, allow_blank=True)
    approver = TextField(required=False, allow_blank=True, max_length=200)
    approver_position = TextField(required=False, allow_blank=True, max_length=200)


class ApprovalIn(ApprovalFields):
    rollout = by_id(Rollout)


class ApprovalShape(FactShape):
    agency = AgencyBrief(source="home_agency_id")
    rollout = serializers.IntegerField(source="rollout_id")
    listed = serializers.IntegerField(
        read_only=True, help_text="documents on the list on the day asked for"
    )

    class Meta:
        model = ListApproval
        collection = "list-approvals"
        fields = [
            *FactShape.COMMON,
            "agency",
            "rollout",
            "round",
            "approved_on",
            "approved_on_precision",
            "number",
            "approver",
            "approver_position",
            "n_documents",
            "listed",
        ]


@fact_schema(ApprovalShape, ApprovalIn, ApprovalFields)
class ListApprovals(Corrected):
    """Phê duyệt danh mục tài liệu."""

    serializer_class = ApprovalShape
    In, Correction = ApprovalIn, ApprovalFields
    filterset_class = ApprovalFilter
    orderable = {
        "id": "id",
        "round": "round",
        "number": "number",
        "approved_on": "approved_on",
        "approver": "approver",
        "n_documents": "n_documents",
        "listed": "listed",
        "rollout": "rollout_id",
    }
    correct = staticmethod(actions.correct_approval)

    def rows(self) -> QuerySet[ListApproval]:
        standing = listed_on(self.day).filter(rollout=OuterRef("rollout")).order_by()
        counted = standing.values("rollout").annotate(n=Count("pk")).values("n")
        rows = with_names(ListApproval.objects.select_related("rollout")).annotate(
            listed=Coalesce(Subquery(counted, IntegerField()), 0)
        )
        return visible_to(self.request.user, rows, "rollout__agency_id")

    def record(self, told: dict[str, Any]) -> ListApproval:
        return actions.approve_list(told.pop("rollout"), **told, by=self.request.user)
