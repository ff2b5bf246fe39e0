"""How a request names another record: by code, by id, a certification body by any of its names."""

from typing import Any

from drf_spectacular.utils import extend_schema_field
from rest_framework import serializers

from core.shapes import worded
from standards.models import CertificationBody
from standards.queries import body_named


@extend_schema_field({"type": "string"})
class BodyField(serializers.Field):
    """A certification body by code, name or alias; an unknown one is named in the error."""

    def to_internal_value(self, data: Any) -> CertificationBody:
        text = data.strip() if isinstance(data, str) else ""
        body = body_named(text[:300]) if text else None
        if body is None:
            raise worded(self, "body.unknown", body=str(data)[:100])
        return body

    def to_representation(self, value: CertificationBody) -> str:
        return value.code


def by_code(model: type, **kwargs: object) -> serializers.SlugRelatedField:
    """A reference by code."""
    return serializers.SlugRelatedField(slug_field="code", queryset=model.objects.all(), **kwargs)


def by_id(model: type, **kwargs: object) -> serializers.PrimaryKeyRelatedField:
    """A reference by id."""
    return serializers.PrimaryKeyRelatedField(queryset=model.objects.all(), **kwargs)
