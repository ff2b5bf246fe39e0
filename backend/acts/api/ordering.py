"""What may order a list: every scalar of its rows that is a column, and what the list names."""

from functools import cache
from typing import Any

from django.core.exceptions import FieldDoesNotExist
from django.db.models import Model
from rest_framework import serializers

NOT_SCALAR = (
    serializers.BaseSerializer,
    serializers.ListField,
    serializers.DictField,
    serializers.JSONField,
    serializers.SerializerMethodField,
)


@cache
def orders_of(view: Any) -> dict[str, str]:
    """Parameter → column. `orderable` of the view leads: it knows better names and derived ones."""
    shape = view.serializer_class()
    columns = {
        name: path
        for name, field in getattr(shape, "fields", {}).items()
        if not isinstance(field, NOT_SCALAR)
        and (path := _path(field))
        and _is_column(shape.Meta.model, path)
    }
    return {"url": "pk", **columns, **view.orderable}


def _path(field: serializers.Field) -> str:
    """Where the field reads its value, as the path of a query."""
    path = (field.source or "").replace(".", "__")
    return (
        f"{path}__{field.slug_field}" if isinstance(field, serializers.SlugRelatedField) else path
    )


def _is_column(model: type[Model], path: str) -> bool:
    try:
        for name in path.split("__"):
            field = model._meta.get_field(name)
            model = field.related_model or model  # type: ignore[assignment]
    except FieldDoesNotExist:
        return False
    return bool(field.concrete) and not field.many_to_many
