"""The parts of an answer that every fact has."""

from typing import Any

from rest_framework import serializers
from rest_framework.request import Request

from acts.api.telling import ToldQuickly
from core.shapes import Shape


class ProvenanceShape(ToldQuickly):
    """Who said so, when, from which source, and whether the coordinator confirmed it."""

    source = serializers.CharField()
    real = serializers.BooleanField()
    recorded_at = serializers.DateTimeField()
    recorded_by = serializers.SerializerMethodField()
    reported_by = serializers.DateField()
    confirmed_on = serializers.DateField(allow_null=True)
    confirmed_by = serializers.SerializerMethodField()
    changed_since_confirmation = serializers.BooleanField()

    def get_recorded_by(self, fact: Any) -> str | None:
        return _name_of(fact, "recorded_by")

    def get_confirmed_by(self, fact: Any) -> str | None:
        return _name_of(fact, "confirmed_by")


def _name_of(fact: Any, who: str) -> str | None:
    """As the question told it (core.facts.with_names), else asked of the account."""
    if not getattr(fact, f"{who}_id"):
        return None
    known = getattr(fact, f"{who}_name", None)
    return str(known or getattr(fact, who).username)


class FactShape(ToldQuickly, serializers.ModelSerializer):
    """Base of every fact in an answer: id, url, row_version, provenance, irregularity."""

    id = serializers.IntegerField(read_only=True)
    url = serializers.SerializerMethodField()
    provenance = ProvenanceShape(source="*", read_only=True)

    COMMON = ["id", "url", "row_version", "provenance", "irregular", "note"]

    def get_url(self, fact: Any) -> str:
        return f"/api/v1/{self.Meta.collection}/{fact.pk}"  # type: ignore[attr-defined]


class FactIn(Shape):
    """What may stand beside every new fact."""

    irregular = serializers.CharField(
        required=False,
        allow_blank=True,
        max_length=2000,
        help_text="coordinator only: why a fact against a rule of its day is recorded all the same",
    )
    note = serializers.CharField(required=False, allow_blank=True, max_length=4000)
    evidence = serializers.ListField(
        child=serializers.IntegerField(min_value=1, max_value=2**63 - 1),
        required=False,
        max_length=100,
        help_text="ids of the files that prove it; in a correction, all of them",
    )

    @classmethod
    def read(cls, request: Request, **kwargs: Any) -> dict[str, Any]:
        """As of every shape; the files are left for `Writes`, which attaches them after the act."""
        told = super().read(request, **kwargs)
        request.evidence = told.pop("evidence", None)
        return told
