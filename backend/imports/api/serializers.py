"""Shapes of imports: what was loaded, what a workbook was understood as, how far a job is."""

import json
from typing import Any

from drf_spectacular.utils import extend_schema_field
from rest_framework import serializers

from agencies.api.brief import AgencyBrief
from core.shapes import Shape, worded
from imports.models import Import, Job
from imports.workbooks.kinds import NAMES
from imports.workbooks.loading import ON_CONFLICT

MOST_NAMED = 5000


class ImportShape(serializers.ModelSerializer):
    """One loading of case files or of a workbook."""

    rollouts = serializers.JSONField(source="rollout_ids")
    url = serializers.SerializerMethodField()
    agency = AgencyBrief(source="agency_id", allow_null=True)
    by = serializers.CharField(source="by.username", default=None, allow_null=True)
    undone_by = serializers.CharField(source="undone_by.username", default=None, allow_null=True)

    class Meta:
        model = Import
        fields = [
            "id", "url", "row_version", "kind", "agency", "file_name", "title", "published_on",
            "real", "rollouts", "counts", "flags", "at", "by",
            "undone_on", "undone_by", "undone_reason",
        ]  # fmt: skip

    def get_url(self, done: Import) -> str | None:
        return f"/api/v1/imports/{done.pk}" if done.pk else None


class ColumnShape(serializers.Serializer):
    """A column of the sheet and the field it was taken for."""

    cell = serializers.CharField()
    letter = serializers.CharField()
    heading = serializers.CharField()
    field = serializers.CharField(allow_null=True)
    guessed = serializers.BooleanField()


class CandidateShape(serializers.Serializer):
    code = serializers.CharField()
    name = serializers.CharField()


class CellFault(serializers.Serializer):
    """A cell at fault: where, what stands there, why, and what to do."""

    sheet = serializers.CharField()
    cell = serializers.CharField()
    row = serializers.IntegerField()
    field = serializers.CharField(allow_null=True)
    heading = serializers.CharField()
    value = serializers.CharField(allow_blank=True)
    code = serializers.CharField(allow_blank=True)
    message = serializers.CharField()
    cure = serializers.CharField()
    candidates = CandidateShape(many=True, required=False)


class ConflictShape(serializers.Serializer):
    """A row that meets a record: `choice` says what happens to it."""

    row = serializers.IntegerField()
    cell = serializers.CharField()
    field = serializers.CharField()
    value = serializers.CharField(allow_blank=True)
    code = serializers.CharField()
    params = serializers.DictField()
    id = serializers.IntegerField(allow_null=True)
    choice = serializers.ChoiceField(choices=ON_CONFLICT)
    message = serializers.CharField()


class GuessShape(serializers.Serializer):
    """What a cell was taken for, though it does not literally stand there."""

    cell = serializers.CharField()
    row = serializers.IntegerField()
    field = serializers.CharField()
    value = serializers.CharField(allow_blank=True)
    code = serializers.CharField()
    params = serializers.DictField()
    message = serializers.CharField()


class SkippedShape(serializers.Serializer):
    """A row that is no record: a section, a total, the numbers of the columns."""

    row = serializers.IntegerField()
    code = serializers.CharField()
    value = serializers.CharField(allow_blank=True)
    message = serializers.CharField()


class QuestionShape(serializers.Serializer):
    """A name that nobody bore on the day: whom does it mean?"""

    value = serializers.CharField()
    candidates = CandidateShape(many=True)


class FieldChoice(serializers.Serializer):
    """A field that a column may be taken for."""

    field = serializers.CharField()
    label = serializers.CharField()
    required = serializers.BooleanField()
    found = serializers.BooleanField()


class PreviewRow(serializers.Serializer):
    row = serializers.IntegerField()
    faulty = serializers.BooleanField()
    told = serializers.DictField()


class LoadedShape(ImportShape):
    """An import; of a workbook, with what was understood of it. A dry run has no id."""

    id = serializers.IntegerField(allow_null=True)
    sheet = serializers.CharField(required=False)
    sheets = serializers.ListField(child=serializers.CharField(), required=False)
    header_row = serializers.IntegerField(required=False)
    columns = ColumnShape(many=True, required=False)
    fields_known = FieldChoice(many=True, required=False)
    rows = serializers.IntegerField(required=False)
    errors_found = CellFault(many=True, required=False)
    conflicts = ConflictShape(many=True, required=False)
    guesses = GuessShape(many=True, required=False)
    guess_count = serializers.IntegerField(required=False)
    skipped = SkippedShape(many=True, required=False)
    questions = QuestionShape(many=True, required=False)
    needs_reason = serializers.BooleanField(required=False)
    preview = PreviewRow(many=True, required=False)
    job = serializers.UUIDField(
        required=False,
        allow_null=True,
        help_text="of a clean dry run: the id under which the loading may be watched",
    )

    class Meta(ImportShape.Meta):
        fields = [
            *ImportShape.Meta.fields, "sheet", "sheets", "header_row", "columns", "fields_known",
            "rows", "errors_found", "conflicts", "guesses", "guess_count", "skipped", "questions",
            "needs_reason", "preview", "job",
        ]  # fmt: skip

    def get_fields(self) -> dict[str, serializers.Field]:
        """`fields` and `errors` are words of the framework, so they are named here."""
        fields = super().get_fields()
        return {{"fields_known": "fields", "errors_found": "errors"}.get(n, n): one
                for n, one in fields.items()}  # fmt: skip


class JobShape(serializers.ModelSerializer):
    """How far a long loading is."""

    id = serializers.UUIDField()

    class Meta:
        model = Job
        fields = ["id", "kind", "state", "failure", "done", "total", "at"]


@extend_schema_field({"type": "string", "description": "a JSON object"})
class JsonText(serializers.Field):
    """A JSON object of short texts, as the text of a form's field."""

    def __init__(self, *, values: list[str] | None = None, nullable: bool = False, **kwargs: Any):
        self.values, self.nullable = values, nullable
        super().__init__(**kwargs)

    def to_internal_value(self, data: Any) -> dict[str, str | None]:
        try:
            found = json.loads(data) if isinstance(data, str) else data
        except ValueError as error:
            raise worded(self, "workbook.not_json") from error
        if not isinstance(found, dict) or len(found) > MOST_NAMED:
            raise worded(self, "workbook.not_json")
        return {str(key)[:300]: self._value(value) for key, value in found.items()}

    def _value(self, value: Any) -> str | None:
        if value is None and self.nullable:
            return None
        text = str(value)[:300] if isinstance(value, str | int) else None
        if text is None or (self.values and text not in self.values):
            raise worded(self, "workbook.not_json")
        return text


class WorkbookIn(Shape):
    """A form with a workbook and what its sender says about it."""

    file = serializers.FileField(allow_empty_file=False, max_length=300)
    kind = serializers.ChoiceField(choices=NAMES)
    sheet = serializers.CharField(required=False, allow_blank=True, max_length=100)
    on_conflict = serializers.ChoiceField(choices=ON_CONFLICT, required=False)
    mapping = JsonText(required=False, nullable=True)
    conflicts = JsonText(required=False, values=ON_CONFLICT)
    choices = JsonText(required=False)
    defaults = JsonText(required=False)
    source = serializers.CharField(required=False, allow_blank=True, max_length=1000)
    job = serializers.UUIDField(required=False)
