"""Shapes of applications, certificates, declarations and changes of status."""

from typing import Any

from rest_framework import serializers

from acts.api.facts import FactIn, FactShape
from agencies.api.brief import AgencyBrief
from audits.api.references import by_code, by_id
from certificates.models import Application, Certificate, Declaration, StatusEvent
from core.shapes import DayField, NumberField, PartialDateField, Shape, TextField
from plans.models import Rollout
from standards.models import Edition


class OfRolloutShape(FactShape):
    """What every fact of a rollout says of where it belongs."""

    agency = AgencyBrief(source="home_agency_id")
    rollout = serializers.IntegerField(source="rollout_id")

    PLACE = [*FactShape.COMMON, "agency", "rollout"]


class ApplicationFields(FactIn):
    addressee = TextField(required=False, allow_blank=True, max_length=300)
    number = NumberField(required=False, allow_blank=True)
    sent_on = PartialDateField(required=False, allow_null=True)
    items = serializers.ListField(
        child=serializers.ChoiceField(choices=Application.ITEMS),
        required=False,
        max_length=20,
        help_text="what lies in the file",
    )


class ApplicationIn(ApplicationFields):
    rollout = by_id(Rollout)
    state = serializers.ChoiceField(choices=["being_prepared", "sent"], required=False)


class ApplicationCorrection(ApplicationFields):
    state = serializers.ChoiceField(choices=Application.STATES, required=False)
    returned_on = DayField(required=False, allow_null=True)


class SendIn(Shape):
    number = NumberField(required=False, allow_blank=True)
    sent_on = PartialDateField(required=False, allow_null=True)


class ApplicationShape(OfRolloutShape):
    class Meta:
        model = Application
        collection = "applications"
        fields = [
            *OfRolloutShape.PLACE,
            "addressee",
            "number",
            "sent_on",
            "sent_on_precision",
            "state",
            "items",
            "returned_on",
        ]


class ProofShape(OfRolloutShape):
    """What certificate and declaration share: the edition, and what became of it by the day."""

    edition = serializers.CharField(source="edition_id")
    state = serializers.SerializerMethodField()
    suspended_since = serializers.DateField(allow_null=True)
    ended_since = serializers.SerializerMethodField()

    STANDING = ["edition", "scope", "state", "suspended_since", "ended_since"]

    def get_state(self, proof: Any) -> str:
        """in_force, suspended, withdrawn, lapsed or superseded, as of the day."""
        if proof.ended_since:
            return "withdrawn"
        if proof.void_on or (self._printed_end(proof) and proof.valid_to < self.context["day"]):
            return "lapsed"
        if proof.is_superseded:
            return "superseded"
        return "suspended" if proof.suspended_since else "in_force"

    def get_ended_since(self, proof: Any) -> str | None:
        """First day of withdrawal or cancellation."""
        return proof.ended_since.isoformat() if proof.ended_since else None

    def _printed_end(self, proof: Any) -> Any:
        return getattr(proof, "valid_to", None)


class CertificateFields(FactIn):
    number = TextField(max_length=80)
    issuer = TextField(max_length=300)
    edition = by_code(Edition, required=False)
    scope = serializers.CharField(required=False, allow_blank=True, max_length=20_000)
    decision_number = TextField(required=False, allow_blank=True, max_length=80)
    issued_on = PartialDateField(required=False, allow_null=True)
    valid_from = PartialDateField(required=False, allow_null=True)
    valid_to = DayField(required=False, allow_null=True)


class CertificateIn(CertificateFields):
    rollout = by_id(Rollout)


class CertificateCorrection(CertificateFields):
    pass


class CertificateShape(ProofShape):
    void_on = serializers.DateField(allow_null=True)

    class Meta:
        model = Certificate
        collection = "certificates"
        fields = [
            *OfRolloutShape.PLACE,
            "number",
            "issuer",
            *ProofShape.STANDING,
            "decision_number",
            "issued_on",
            "issued_on_precision",
            "valid_from",
            "valid_from_precision",
            "valid_to",
            "void_on",
        ]


class DeclarationFields(FactIn):
    number = NumberField(required=False, allow_blank=True)
    edition = by_code(Edition, required=False)
    scope = serializers.CharField(required=False, allow_blank=True, max_length=20_000)
    kind = serializers.ChoiceField(choices=Declaration.KINDS, required=False)
    why_again = serializers.ChoiceField(
        choices=Declaration.REASONS, required=False, allow_blank=True
    )
    signer = TextField(required=False, allow_blank=True, max_length=200)
    signed_on = PartialDateField(required=False, allow_null=True)
    posted_on = DayField(required=False, allow_null=True)
    posted_url = serializers.URLField(required=False, allow_blank=True, max_length=500)
    notified_on = DayField(required=False, allow_null=True)


class DeclarationIn(DeclarationFields):
    rollout = by_id(Rollout)


class DeclarationCorrection(DeclarationFields):
    pass


class DeclarationShape(ProofShape):
    posted_url = serializers.CharField()

    class Meta:
        model = Declaration
        collection = "declarations"
        fields = [
            *OfRolloutShape.PLACE,
            "number",
            *ProofShape.STANDING,
            "kind",
            "why_again",
            "signer",
            "signed_on",
            "signed_on_precision",
            "posted_on",
            "posted_url",
            "notified_on",
        ]


class EventFields(FactIn):
    on = PartialDateField(required=False, allow_null=True)
    cause = serializers.CharField(required=False, allow_blank=True, max_length=10_000)
    document_number = NumberField(required=False, allow_blank=True)


class EventIn(EventFields):
    rollout = by_id(Rollout)
    certificate = by_id(Certificate, required=False, allow_null=True)
    declaration = by_id(Declaration, required=False, allow_null=True)
    kind = serializers.ChoiceField(choices=StatusEvent.KINDS)


class EventCorrection(EventFields):
    pass


class EventShape(OfRolloutShape):
    certificate = serializers.IntegerField(source="certificate_id", allow_null=True)
    declaration = serializers.IntegerField(source="declaration_id", allow_null=True)

    class Meta:
        model = StatusEvent
        collection = "status-events"
        fields = [
            *OfRolloutShape.PLACE,
            "certificate",
            "declaration",
            "kind",
            "on",
            "on_precision",
            "cause",
            "document_number",
        ]
