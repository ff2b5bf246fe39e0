"""Shapes of reports: what is asked for, the report with its figures, how it compares with today."""

from typing import Any

from drf_spectacular.utils import extend_schema_field
from rest_framework import serializers

from agencies.api.brief import AgencyBrief
from agencies.models import Agency, AgencyKind
from core.shapes import DayField, NumberField, Shape, TextField, worded
from imports.models import Job
from reports.models import AGENCY, KINDS, PROVINCE, READY, Report
from reports.parts import PARTS
from reports.rendering.names import file_name

MOST_TEXT, MOST_AGENCIES = 20_000, 100_000


class ReportPeriod(serializers.Serializer):
    """The reporting period, both days inclusive."""

    from_ = serializers.DateField(source="period_from")
    to = serializers.DateField(source="period_to")
    label = serializers.CharField(source="period_label")

    def get_fields(self) -> dict[str, serializers.Field]:
        """`from` is a word of Python, so it is named here."""
        fields = super().get_fields()
        return {name.rstrip("_"): field for name, field in fields.items()}


class ReportFile(serializers.Serializer):
    """A file of a report, ready for download."""

    format = serializers.CharField()
    name = serializers.CharField()
    size = serializers.IntegerField(help_text="bytes")
    sha256 = serializers.CharField()
    url = serializers.CharField()


class ReportProgress(serializers.Serializer):
    """How far the worker is; the same as jobs/{job}."""

    state = serializers.CharField()
    done = serializers.IntegerField()
    total = serializers.IntegerField()


class ReportShape(serializers.ModelSerializer):
    """A report as a row of the list."""

    url = serializers.SerializerMethodField()
    agency = AgencyBrief(source="agency_id", allow_null=True)
    period = serializers.SerializerMethodField()
    made_by = serializers.CharField(source="made_by.username")
    made_by_name = serializers.CharField(source="made_by.name")
    signed_off_by = serializers.CharField(
        source="signed_off_by.username", default=None, allow_null=True
    )
    files = serializers.SerializerMethodField()

    class Meta:
        model = Report
        fields = [
            "id", "url", "row_version", "kind", "agency", "day", "period", "state", "failure",
            "job", "asked_at", "made_at", "made_by", "made_by_name", "printed", "number",
            "signed_on", "signed_off_on", "signed_off_by", "sha256", "illustration", "files",
        ]  # fmt: skip

    def get_url(self, report: Report) -> str:
        return f"/api/v1/reports/{report.pk}"

    @extend_schema_field(ReportPeriod(allow_null=True))
    def get_period(self, report: Report) -> Any:
        return ReportPeriod(report).data if report.period_from else None

    @extend_schema_field(ReportFile(many=True))
    def get_files(self, report: Report) -> Any:
        return [
            {
                **file,
                "name": file_name(report, file["format"]),
                "url": f"/api/v1/reports/{report.pk}/file?format={file['format']}",
            }
            for file in report.files
        ]


class ReportPart(serializers.Serializer):
    """A text of the province's report that people write."""

    code = serializers.CharField()
    label = serializers.CharField()
    text = serializers.CharField(allow_blank=True)


class ReportGap(serializers.Serializer):
    """A fact that the report lacks: the sentence that needs it was left out."""

    code = serializers.CharField()
    text = serializers.CharField()
    object = serializers.CharField(allow_null=True, help_text="the record it belongs to: plan:3")


class ReportLine(serializers.Serializer):
    """A sentence of the report and the record it was written from."""

    code = serializers.CharField()
    text = serializers.CharField()
    object = serializers.CharField(allow_null=True)


class ReportSection(serializers.Serializer):
    """A section of the report's text."""

    heading = serializers.CharField(allow_blank=True)
    lines = ReportLine(many=True)


class ReportAnnex(serializers.Serializer):
    """An annex as a table; `columns` in order, each row by the names of the columns."""

    code = serializers.CharField()
    title = serializers.CharField()
    columns = serializers.ListField(child=serializers.DictField())
    rows = serializers.ListField(child=serializers.DictField())


class ReportFigures(serializers.Serializer):
    """A report as printed: its text, its annexes, its gaps and every number; sha256 is of this.

    A paper report has `groups` alone.
    """

    title = serializers.CharField(required=False)
    subtitle = serializers.CharField(required=False)
    illustration = serializers.BooleanField(required=False)
    sections = ReportSection(many=True, required=False)
    gaps = ReportGap(many=True, required=False)
    annexes = ReportAnnex(many=True, required=False)
    groups = serializers.ListField(child=serializers.DictField(), required=False)
    numbers = serializers.DictField(required=False, help_text="as progress/summary on that day")


class ReportDetailShape(ReportShape):
    """A report with its text, its annexes and its gaps, as they were printed."""

    progress = serializers.SerializerMethodField()
    parts = serializers.SerializerMethodField()
    figures = ReportFigures()

    class Meta(ReportShape.Meta):
        fields = [*ReportShape.Meta.fields, "progress", "parts", "figures"]

    @extend_schema_field(ReportProgress(allow_null=True))
    def get_progress(self, report: Report) -> Any:
        if report.job is None or report.state == READY:
            return None
        job = Job.objects.filter(pk=report.job).first()
        return dict(ReportProgress(job).data) if job else None

    @extend_schema_field(ReportPart(many=True))
    def get_parts(self, report: Report) -> Any:
        if report.kind != PROVINCE or report.printed:
            return []
        return [
            {"code": code, "label": label, "text": report.parts.get(code, "")}
            for code, label in PARTS.items()
        ]


class DifferenceShape(serializers.Serializer):
    """A figure that is another today than it was printed, for the same day."""

    figure = serializers.CharField(help_text="where it stands in the figures")
    label = serializers.CharField()
    printed = serializers.JSONField(help_text="null where it was not there")
    now = serializers.JSONField(help_text="null where it is gone")


class LaterFact(serializers.Serializer):
    """A fact of the report's time that was recorded, changed or taken out after it was made."""

    object = serializers.CharField(help_text="as in the trail: finding:12")
    kind = serializers.CharField()
    label = serializers.CharField()
    operation = serializers.ChoiceField(choices=["insert", "update", "delete"])
    verb = serializers.CharField(allow_blank=True)
    agency = serializers.DictField(allow_null=True)
    counts_on = serializers.DateField(allow_null=True)
    at = serializers.DateTimeField()
    by = serializers.CharField(allow_null=True)
    reason = serializers.CharField(allow_blank=True)


class ComparisonShape(serializers.Serializer):
    """The report as printed beside the same day as it is known today."""

    report = serializers.IntegerField()
    day = serializers.DateField()
    made_at = serializers.DateTimeField(allow_null=True)
    intact = serializers.BooleanField(help_text="the stored figures still have their hash")
    same = serializers.BooleanField()
    differences = DifferenceShape(many=True)
    facts = LaterFact(many=True)
    more_facts = serializers.IntegerField(help_text="how many facts are not listed here")


class ReportPeriodIn(Shape):
    """The reporting period."""

    reason = None
    from_ = DayField()
    to = DayField()
    label = TextField(max_length=100, help_text="6 tháng đầu năm 2026, năm 2026")

    def get_fields(self) -> dict[str, serializers.Field]:
        fields = super().get_fields()
        return {name.rstrip("_"): field for name, field in fields.items()}


class ReportIn(Shape):
    """A report to be made; `agency` for the report of an agency, `period` for the province's."""

    kind = serializers.ChoiceField(choices=KINDS)
    agency = serializers.SlugRelatedField(
        slug_field="code", queryset=Agency.objects.all(), required=False
    )
    day = DayField(required=False, help_text="as of which day; default today")
    period = ReportPeriodIn(required=False)

    def validate(self, told: dict[str, Any]) -> dict[str, Any]:
        if told["kind"] == AGENCY and "agency" not in told:
            raise serializers.ValidationError(
                {"agency": worded(self, "report.agency_needed").detail}
            )
        if told["kind"] != AGENCY and "agency" in told:
            wrong = worded(self, "report.agency_not_needed").detail
            raise serializers.ValidationError({"agency": wrong})
        if told["kind"] == PROVINCE and "period" not in told:
            raise serializers.ValidationError(
                {"period": worded(self, "report.period_needed").detail}
            )
        return told


class ReportCorrection(Shape):
    """The texts that change, by the codes of their parts."""

    parts = serializers.DictField(
        child=serializers.CharField(allow_blank=True, max_length=MOST_TEXT), required=False
    )

    def validate_parts(self, told: dict[str, str]) -> dict[str, str]:
        for code in told:
            if code not in PARTS:
                raise worded(self, "report.part_unknown", part=code[:40])
        return told


class GroupIn(Shape):
    """A line of the paper's summary: a kind of agency and its counts."""

    reason = None
    kind = serializers.SlugRelatedField("code", queryset=AgencyKind.objects.all())
    total = serializers.IntegerField(min_value=0, max_value=MOST_AGENCIES)
    approved = serializers.IntegerField(min_value=0, max_value=MOST_AGENCIES)
    documented = serializers.IntegerField(min_value=0, max_value=MOST_AGENCIES)
    declared = serializers.IntegerField(min_value=0, max_value=MOST_AGENCIES)
    certified = serializers.IntegerField(min_value=0, max_value=MOST_AGENCIES)

    def validate(self, told: dict[str, Any]) -> dict[str, Any]:
        for name in ("approved", "documented", "declared", "certified"):
            if told[name] > told["total"]:
                wrong = worded(self, "report.counts_differ").detail
                raise serializers.ValidationError({name: wrong})
        return told


class PrintedIn(Shape):
    """An old paper report of the province, entered as it was printed."""

    number = NumberField(required=False)
    signed_on = DayField(required=False)
    day = DayField(help_text="as of which day its figures are")
    period = ReportPeriodIn()
    groups = GroupIn(many=True, allow_empty=False, max_length=50)
