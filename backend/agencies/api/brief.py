"""How an agency appears inside another record: {"code", "name", "kind"} as of the day."""

from typing import Any

from drf_spectacular.utils import extend_schema_field
from rest_framework import serializers

from agencies.queries import Brief, briefs


class AgencyBriefShape(serializers.Serializer):
    code = serializers.CharField()
    name = serializers.CharField()
    kind = serializers.CharField()


@extend_schema_field(AgencyBriefShape)
class AgencyBrief(serializers.Field):
    """The agency of a record; its id is looked up among those fetched for the whole page."""

    def __init__(self, **kwargs: Any):
        super().__init__(read_only=True, **kwargs)

    def to_representation(self, agency_id: int) -> dict[str, str] | None:
        brief: Brief | None = self.context["agencies"].get(agency_id)
        return brief.as_row() if brief else None


class NamesAgencies:
    """Mixin of a reading view: fetches the agencies of a page in one query."""

    def shared(self, records: list[Any]) -> dict[str, Any]:
        ids = {pk for record in records for pk in self.agency_ids(record)}
        return {"agencies": briefs(self.day, ids)}  # type: ignore[attr-defined]

    def agency_ids(self, record: Any) -> list[int | None]:
        return [record.home_agency_id]
