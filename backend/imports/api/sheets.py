"""POST /audits/<id>/findings-sheet: the lines of a report, pasted and then saved together."""

from typing import Any

from django.http import HttpResponse
from drf_spectacular.utils import OpenApiParameter, extend_schema
from rest_framework import serializers
from rest_framework.request import Request
from rest_framework.response import Response
from rest_framework.views import APIView

from acts.api.reading import only_known_parameters, truth
from acts.api.writing import deliver, delivery_of, expected_version
from acts.permissions import MAY, may
from audits.api.serializers import FindingRow
from audits.api.views import Audits
from audits.models import Audit
from audits.models.finding import FindingStep
from core.problems import Problem
from core.sentences import language_of
from core.shapes import DayField, PartialDateField, Shape, TextField
from imports.actions import record_findings
from imports.api.serializers import CellFault, ColumnShape, GuessShape, JsonText, SkippedShape
from imports.workbooks import pasting
from imports.workbooks.kinds import documents, procedures
from imports.workbooks.kinds.findings import seen_audits
from imports.workbooks.loading import Loading
from imports.workbooks.sending import faults_of, guesses_of, plain, skipped_of
from imports.workbooks.understanding import Field, Table
from imports.workbooks.values import text

MANY, MOST_PASTED = 500, 500_000
# What may be pasted into a form, by the part of the catalogue of columns that names its headings.
PASTED: dict[str, tuple[Field, ...]] = {
    "findings": pasting.FIELDS,
    "documents": documents.FIELDS,
    "admin-procedures": procedures.FIELDS,
    "objectives": tuple(Field(name, text(500)) for name in ("text", "target", "actual")),
}


class FindingLine(FindingRow):
    """A line of a report with what was done about it."""

    completed_on = PartialDateField(required=False, allow_null=True)
    cause = serializers.CharField(required=False, allow_blank=True, max_length=10_000)
    cause_category = serializers.ChoiceField(
        choices=FindingStep.CAUSES, required=False, allow_blank=True
    )
    action = serializers.CharField(required=False, allow_blank=True, max_length=10_000)
    responsible = TextField(required=False, allow_blank=True, max_length=200)
    action_due_on = DayField(required=False, allow_null=True)
    disposition = serializers.ChoiceField(
        choices=FindingStep.DISPOSITIONS, required=False, allow_blank=True
    )
    disposition_reason = TextField(required=False, allow_blank=True, max_length=2000)
    evidence = serializers.ListField(
        child=serializers.IntegerField(min_value=1, max_value=2**63 - 1),
        required=False,
        max_length=50,
        help_text="ids of the files that prove the line",
    )


class FindingsSheetIn(Shape):
    """`text` as it was pasted, to be understood; or `rows`, to be saved."""

    text = serializers.CharField(required=False, trim_whitespace=False, max_length=MOST_PASTED)
    mapping = JsonText(required=False, nullable=True)
    rows = FindingLine(many=True, required=False, max_length=MANY)

    def validate(self, told: dict[str, Any]) -> dict[str, Any]:
        if not told.get("text", "").strip() and not told.get("rows"):
            wrong = serializers.ErrorDetail("text or rows", code="required")
            raise serializers.ValidationError({"rows": wrong})
        return told


class PastedIn(Shape):
    """A table as it was pasted, and the fields that its lines may have, in their order."""

    reason = None
    kind = serializers.ChoiceField(choices=list(PASTED))
    columns = serializers.ListField(child=serializers.CharField(max_length=60), min_length=1)
    text = serializers.CharField(trim_whitespace=False, max_length=MOST_PASTED)


class PastedShape(serializers.Serializer):
    """What was understood of pasted lines; `row` of a fault is one of `row_numbers`."""

    columns = ColumnShape(many=True)
    rows = serializers.ListField(child=serializers.DictField())
    row_numbers = serializers.ListField(child=serializers.IntegerField())
    errors = CellFault(many=True)
    guesses = GuessShape(many=True)
    skipped = SkippedShape(many=True)


class FindingsSheetShape(PastedShape):
    """What was understood of the lines; `rows` may be sent back, corrected, to be saved."""

    audit = serializers.IntegerField()
    counts = serializers.DictField(child=serializers.IntegerField())
    needs_reason = serializers.BooleanField()


class Pasted(APIView):
    """A table from Word or Excel before there is a record to hang it on: read, nothing kept."""

    @extend_schema(request=PastedIn, responses={200: PastedShape})
    def post(self, request: Request) -> HttpResponse:
        only_known_parameters(request, set())
        if request.user.role not in MAY["workbook.load"].roles:
            raise Problem(403, "act.not_yours")
        told = PastedIn.read(request)
        known = {one.name: one for one in PASTED[told["kind"]]}
        fields = [known[name] for name in told["columns"] if name in known]
        table = pasting.pasted_as(told["kind"], fields, told["text"], {})
        return Response(_understood(table, language_of(request)))


class FindingsSheet(APIView):
    """The findings of an audit, many at once."""

    @extend_schema(
        request=FindingsSheetIn,
        parameters=[OpenApiParameter("dry_run", bool)],
        responses={200: FindingsSheetShape},
    )
    def post(self, request: Request, pk: int) -> HttpResponse:
        only_known_parameters(request, {"dry_run"})
        audit = seen_audits(request.user).filter(pk=pk).first()
        if audit is None:
            raise Problem(404, "record.not_found")
        if not may(request.user, "finding.raise", audit.home_agency_id):
            raise Problem(403, "act.not_yours")
        dry_run = bool(truth(request, "dry_run"))
        delivery = delivery_of(request)
        if not dry_run:
            delivery.expected = (Audit, audit.pk, expected_version(request))
        told = FindingsSheetIn.read(request)
        table = _table(told)
        reason = told.get("reason", "")
        if dry_run:
            loading = record_findings(audit, table, dry_run=True, by=request.user)
            return Response(self._shown(request, audit, loading))

        def save() -> Loading:
            loading = record_findings(audit, table, reason=reason, by=request.user)
            if not loading.clean:
                found = self._shown(request, audit, loading)
                raise Problem(409, "workbook.refused", **found)
            return loading

        try:
            return deliver(delivery, save, lambda done: self._shown(request, audit, done), 200)
        except Problem as problem:
            if problem.status == 412:
                view = Audits(request=request, format_kwarg=None, action="retrieve")
                problem.extra["current"] = view.in_full(audit)
            raise

    def _shown(self, request: Request, audit: Audit, loading: Loading) -> dict[str, Any]:
        found = _understood(loading.table, language_of(request))
        if not loading.table.sheet.lines:  # the lines came as rows of JSON
            for fault in found["errors"]:
                fault["pointer"] = f"/rows/{fault['row']}/{fault['field'] or ''}".rstrip("/")
        return {
            "audit": audit.pk,
            **found,
            "counts": dict(loading.counts),
            "needs_reason": loading.needs_reason,
        }


def _understood(table: Table, language: str) -> dict[str, Any]:
    return {
        "columns": [column.as_row() for column in table.columns if column.cell],
        "rows": [_line(row.told) for row in table.rows],
        "row_numbers": [row.number for row in table.rows],
        "errors": faults_of(table, language),
        "guesses": guesses_of(table, language),
        "skipped": skipped_of(table, language),
    }


def _table(told: dict[str, Any]) -> Table:
    if told.get("rows"):
        rows = [
            {name: value for name, value in row.items() if value not in (None, "")}
            for row in told["rows"]
        ]
        return pasting.corrected(rows)
    return pasting.pasted(told["text"], told.get("mapping") or {})


def _line(told: dict[str, Any]) -> dict[str, Any]:
    """A line as it may be sent back."""
    return {name: getattr(value, "pk", None) or plain(value) for name, value in told.items()}
