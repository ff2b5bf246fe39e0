"""Addresses of comments: ?object=rollout:12"""

import django_filters as filters
from django.db.models import QuerySet
from django.http import HttpResponse
from drf_spectacular.utils import extend_schema
from rest_framework import serializers
from rest_framework.decorators import action
from rest_framework.request import Request

from acts.api.filters import Known, OnDay
from acts.api.writing import Writes
from agencies.api.brief import AgencyBrief, NamesAgencies
from agencies.models import Agency
from comments import actions
from comments.models import Comment
from comments.queries import comments_on, record_seen_by, reference
from core.problems import Problem
from core.rules import Malformed
from core.shapes import NoBody, Shape


class CommentIn(Shape):
    object = serializers.CharField(max_length=80, help_text="rollout:12, agency:SNV")
    text = serializers.CharField(max_length=4000)


class AuthorShape(serializers.Serializer):
    username = serializers.CharField()
    name = serializers.CharField()
    role = serializers.CharField()


class CommentShape(serializers.ModelSerializer):
    url = serializers.SerializerMethodField()
    object = serializers.SerializerMethodField()
    agency = AgencyBrief(source="agency_id")
    author = AuthorShape()

    class Meta:
        model = Comment
        fields = ["id", "url", "row_version", "object", "agency", "text", "author", "at"]

    def get_url(self, comment: Comment) -> str:
        return f"/api/v1/comments/{comment.pk}"

    def get_object(self, comment: Comment) -> str:
        return f"{comment.about}:{comment.about_id}"


class CommentFilter(OnDay):
    """?object=rollout:12&agency=SNV&author=chuyenvien"""

    object = filters.CharFilter(method="of_record")
    agency = Known(Agency, "agency")
    author = filters.CharFilter(field_name="author__username")

    class Meta:
        model = Comment
        fields: list[str] = []

    def of_record(self, rows: QuerySet, _: str, text: str) -> QuerySet:
        return rows.filter(**named(text))


def named(text: str) -> dict[str, object]:
    """The columns that name a record; raises Malformed when the text names no kind of record."""
    found = reference(text)
    if found is None:
        raise Malformed(("/object", "parameter.invalid", {"value": text[:60]}))
    return {"about": found[0], "about_id": found[1]}


class Comments(NamesAgencies, Writes):
    """Ý kiến trao đổi bên cạnh lịch sử."""

    serializer_class = CommentShape
    filterset_class = CommentFilter
    orderable = {"id": "id", "at": "at", "text": "text"}
    default_order = ("-at",)
    counted = False

    def rows(self) -> QuerySet[Comment]:
        return comments_on(self.day, self.request.user)

    @extend_schema(request=CommentIn, responses={201: CommentShape})
    def create(self, request: Request) -> HttpResponse:
        told = CommentIn.read(request)
        columns = named(told.pop("object"))
        record = record_seen_by(request.user, str(columns["about"]), columns["about_id"])
        if record is None:
            raise Problem(404, "record.not_found")
        return self.added(request, lambda: actions.write_comment(record, **told, by=request.user))

    @extend_schema(request=NoBody, responses={200: CommentShape})
    @action(detail=True, methods=["post"])
    def void(self, request: Request, pk: str) -> HttpResponse:
        told = NoBody.read(request)
        return self.acted(
            request, pk, lambda comment: actions.void_comment(comment, **told, by=request.user)
        )
