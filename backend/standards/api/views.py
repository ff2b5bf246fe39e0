"""Addresses of editions, numbers of the law, and all catalogues."""

from typing import Any

from django.db.models import QuerySet
from django.http import HttpResponse
from drf_spectacular.utils import extend_schema
from rest_framework.request import Request
from rest_framework.response import Response
from rest_framework.views import APIView

from acts.api.reading import Reads, only_known_parameters
from acts.api.writing import Writes
from core.catalogues import catalogues
from core.problems import Problem
from core.validity import validity_on
from standards import actions
from standards.api import filters, serializers
from standards.models import Clause, Edition, EditionDate, PolicyValue
from standards.queries import editions_with_dates


class Catalogues(APIView):
    """Mọi danh mục với nhãn tiếng Việt và tiếng Anh."""

    @extend_schema(responses={200: serializers.CataloguesShape})
    def get(self, request: Request) -> Response:
        only_known_parameters(request, {"as_of"})
        return Response(catalogues())


class Editions(Reads):
    """Phiên bản tiêu chuẩn, với từng mốc ngày và độ chắc chắn."""

    serializer_class = serializers.EditionShape
    lookup_url_kwarg, lookup_value_regex = "code", r"[\w.\-]{1,10}"
    orderable = {"id": "id", "code": "code", "title": "title", "row_version": "row_version"}
    default_order = ("code",)
    counted = False

    def rows(self) -> QuerySet[Edition]:
        return editions_with_dates()

    def found(self, code: str) -> Any:
        edition = self.rows().filter(code=code).first()
        if edition is None:
            raise Problem(404, "record.not_found")
        return edition

    def retrieve(self, request: Request, code: str) -> Response:
        return super().retrieve(request, code)


class EditionDates(Writes):
    """Từng mốc ngày của các phiên bản: nguồn, đã xác nhận hay chưa."""

    serializer_class = serializers.EditionDateShape
    filterset_class = filters.EditionDateFilter
    orderable = {
        "id": "id",
        "edition": "edition_id",
        "what": "what",
        "track": "track",
        "on": "on",
        "source": "source",
        "confirmed": "confirmed",
        "row_version": "row_version",
    }
    default_order = ("edition",)
    counted = False

    def rows(self) -> QuerySet[EditionDate]:
        return EditionDate.objects.all()

    @extend_schema(request=serializers.EditionDateIn, responses={201: serializers.EditionDateShape})
    def create(self, request: Request) -> HttpResponse:
        told = serializers.EditionDateIn.read(request)
        return self.added(request, lambda: actions.record_edition_date(**told, by=request.user))

    @extend_schema(
        request=serializers.EditionDateFields, responses={200: serializers.EditionDateShape}
    )
    def partial_update(self, request: Request, pk: str) -> HttpResponse:
        told = serializers.EditionDateFields.read(request, partial=True)
        reason = told.pop("reason", "")
        return self.acted(
            request,
            pk,
            lambda known: actions.correct_edition_date(known, told, reason=reason, by=request.user),
        )


class Clauses(Reads):
    """Điều khoản của từng phiên bản: số điều và tên ngắn."""

    serializer_class = serializers.ClauseShape
    filterset_class = filters.ClauseFilter
    orderable = {
        "id": "id",
        "edition": "edition_id",
        "number": "order",
        "order": "order",
        "title": "title",
        "confirmed": "confirmed",
    }
    default_order = ("edition", "order")
    counted = False

    def rows(self) -> QuerySet[Clause]:
        return Clause.objects.all()


class PolicyValues(Writes):
    """Thông số theo quy định: số, đơn vị, thời gian, căn cứ."""

    serializer_class = serializers.PolicyValueShape
    filterset_class = filters.PolicyValueFilter
    orderable = {
        "id": "id",
        "code": "code",
        "value": "value",
        "unit": "unit",
        "valid_from": "valid_from",
        "valid_to": "valid_to",
        "state": "state",
        "legal_basis": "legal_basis",
        "confirmed": "confirmed",
        "row_version": "row_version",
    }
    default_order = ("code", "valid_from")
    counted = False

    def rows(self) -> QuerySet[PolicyValue]:
        return PolicyValue.objects.annotate(state=validity_on(self.day))

    @extend_schema(request=serializers.PolicyValueIn, responses={201: serializers.PolicyValueShape})
    def create(self, request: Request) -> HttpResponse:
        told = serializers.PolicyValueIn.read(request)
        return self.added(request, lambda: actions.record_policy_value(**told, by=request.user))

    @extend_schema(
        request=serializers.PolicyValueFields, responses={200: serializers.PolicyValueShape}
    )
    def partial_update(self, request: Request, pk: str) -> HttpResponse:
        told = serializers.PolicyValueFields.read(request, partial=True)
        reason = told.pop("reason", "")
        return self.acted(
            request,
            pk,
            lambda value: actions.correct_policy_value(value, told, reason=reason, by=request.user),
        )
