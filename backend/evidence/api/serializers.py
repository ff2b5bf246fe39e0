"""Shapes of evidence."""

from drf_spectacular.utils import extend_schema_field
from rest_framework import serializers

from acts.api.facts import FactShape
from agencies.api.brief import AgencyBrief
from agencies.models import Agency
from core.shapes import Shape, TextField
from evidence.api.uploads import FileField, PartialText
from evidence.contents import SHOWN_INLINE
from evidence.models import Evidence
from evidence.rules import MAX_PAGES


class Told(Shape):
    """What a file is said to prove."""

    number = TextField(required=False, allow_blank=True, max_length=80)
    dated_on = PartialText(required=False, allow_null=True)
    abstract = serializers.CharField(required=False, allow_blank=True, max_length=4000)


class EvidenceIn(Told):
    """With `object` the file is attached in the same act, or not kept at all."""

    file = FileField()
    agency = serializers.SlugRelatedField(slug_field="code", queryset=Agency.objects.all())
    object = serializers.CharField(required=False, max_length=80, help_text="finding:12")


class NewVersion(Told):
    file = FileField()


class EvidenceCorrection(Told):
    note = serializers.CharField(required=False, allow_blank=True, max_length=4000)


class MergeIn(Told):
    evidence = serializers.ListField(
        child=serializers.IntegerField(min_value=1, max_value=2**63 - 1),
        min_length=1,
        max_length=MAX_PAGES,
        help_text="ids of photos, in the order of the pages",
    )
    name = TextField(required=False, max_length=180, help_text="of the PDF")
    object = serializers.CharField(required=False, max_length=80, help_text="finding:12")


class LinkIn(Shape):
    object = serializers.CharField(max_length=80, help_text="finding:12, decision:3, rollout:7")


class FileVersion(serializers.ModelSerializer):
    """One version of a paper's file."""

    url = serializers.SerializerMethodField()

    class Meta:
        model = Evidence
        fields = ["id", "url", "name", "media_type", "size", "sha256", "recorded_at"]

    def get_url(self, evidence: Evidence) -> str:
        return f"/api/v1/evidence/{evidence.pk}"


class EvidenceShape(FactShape):
    agency = AgencyBrief(source="agency_id")
    file = serializers.SerializerMethodField(help_text="address of the file itself")
    inline = serializers.SerializerMethodField(help_text="whether a page can show it")
    replaces = serializers.IntegerField(source="replaces_id", allow_null=True)
    replaced_by = serializers.SerializerMethodField()
    objects = serializers.SerializerMethodField(help_text="what it proves: finding:12")
    merged_from = serializers.ListField(child=serializers.IntegerField(), read_only=True)
    versions = FileVersion(many=True, required=False, help_text="in the detail: oldest first")

    class Meta:
        model = Evidence
        collection = "evidence"
        fields = [
            *FactShape.COMMON,
            "agency",
            "name",
            "media_type",
            "size",
            "sha256",
            "number",
            "dated_on",
            "dated_on_precision",
            "abstract",
            "file",
            "inline",
            "replaces",
            "replaced_by",
            "merged_from",
            "objects",
            "versions",
        ]

    def get_file(self, evidence: Evidence) -> str:
        return f"/api/v1/evidence/{evidence.pk}/file"

    def get_inline(self, evidence: Evidence) -> bool:
        return evidence.media_type in SHOWN_INLINE

    def get_replaced_by(self, evidence: Evidence) -> int | None:
        newer = getattr(evidence, "replaced_by", None)
        return newer.pk if newer else None

    @extend_schema_field(serializers.ListField(child=serializers.CharField()))
    def get_objects(self, evidence: Evidence) -> list[str]:
        return sorted(f"{link.about}:{link.about_id}" for link in evidence.links.all())
