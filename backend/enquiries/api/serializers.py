"""Shapes of requests."""

from typing import Any

from drf_spectacular.utils import extend_schema_field
from rest_framework import serializers

from acts.api.facts import FactIn
from agencies.api.brief import AgencyBrief
from agencies.models import Agency
from core.shapes import DayField, Shape
from enquiries.models import Enquiry, EnquiryAnswer
from enquiries.queries import STATES

MAX_AGENCIES = 300


def by_code(**kwargs: Any) -> serializers.SlugRelatedField:
    return serializers.SlugRelatedField(slug_field="code", queryset=Agency.objects.all(), **kwargs)


class AskFields(Shape):
    what = serializers.CharField(max_length=4000)
    due_on = DayField(required=False, allow_null=True)


class AskIn(AskFields):
    agency = by_code()
    object = serializers.CharField(
        required=False, allow_blank=True, max_length=80, help_text="finding:12, decision:3"
    )


class AskManyIn(AskFields):
    agencies = serializers.ListField(child=by_code(), min_length=1, max_length=MAX_AGENCIES)


class RequestAnswerIn(FactIn):
    """A sentence, files (`evidence: [id]`), or both."""

    irregular = note = None
    text = serializers.CharField(required=False, allow_blank=True, max_length=4000)
    answered_on = DayField(required=False, allow_null=True)


class AcceptIn(Shape):
    note = serializers.CharField(required=False, allow_blank=True, max_length=4000)


class RequestReturnIn(Shape):
    due_on = DayField(required=False, allow_null=True)


class RequestAnswer(serializers.ModelSerializer):
    answered_by = serializers.CharField(source="answered_by.username")

    class Meta:
        model = EnquiryAnswer
        fields = ["id", "text", "answered_on", "answered_by", "returned_on", "return_reason"]


class RequestShape(serializers.ModelSerializer):
    url = serializers.SerializerMethodField()
    agency = AgencyBrief(source="agency_id")
    object = serializers.SerializerMethodField(help_text="what it is about: finding:12")
    asked_by = serializers.CharField(source="asked_by.username")
    state = serializers.ChoiceField(choices=STATES, read_only=True)
    answered_on = serializers.DateField(read_only=True, allow_null=True)
    days_left = serializers.SerializerMethodField(
        help_text="until it is due, negative when late; null once answered or without a day"
    )
    answers = serializers.SerializerMethodField()

    class Meta:
        model = Enquiry
        fields = [
            "id",
            "url",
            "row_version",
            "agency",
            "object",
            "what",
            "asked_on",
            "asked_by",
            "due_on",
            "state",
            "days_left",
            "answered_on",
            "closed_on",
            "outcome",
            "closing_note",
            "answers",
        ]

    def get_url(self, enquiry: Enquiry) -> str:
        return f"/api/v1/requests/{enquiry.pk}"

    @extend_schema_field(serializers.CharField(allow_null=True))
    def get_object(self, enquiry: Enquiry) -> str | None:
        return f"{enquiry.about}:{enquiry.about_id}" if enquiry.about else None

    @extend_schema_field(serializers.IntegerField(allow_null=True))
    def get_days_left(self, enquiry: Enquiry) -> int | None:
        if enquiry.due_on is None or enquiry.state not in ("open", "overdue"):
            return None
        return (enquiry.due_on - self.context["day"]).days

    @extend_schema_field(RequestAnswer(many=True))
    def get_answers(self, enquiry: Enquiry) -> list[dict[str, Any]]:
        day = self.context["day"]
        known = [answer for answer in enquiry.answers.all() if answer.answered_on <= day]
        return list(RequestAnswer(known, many=True).data)


class RequestsShape(serializers.Serializer):
    """What asking many agencies answers."""

    count = serializers.IntegerField()
    as_of = serializers.DateField()
    results = RequestShape(many=True)
