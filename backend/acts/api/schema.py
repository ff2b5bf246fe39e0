"""What the OpenAPI document says of every address: parameters, headers, details, problems."""

from typing import Any

import django_filters as filters
from drf_spectacular.openapi import AutoSchema
from drf_spectacular.plumbing import ResolvedComponent
from drf_spectacular.types import OpenApiTypes
from drf_spectacular.utils import OpenApiParameter
from rest_framework import serializers

from acts.api.exporting import MEDIA_TYPES
from acts.api.filters import Choices
from acts.api.ordering import orders_of
from acts.api.shapes import DetailShape, ProblemShape
from core.paging import FILE_FORMATS

DAY = OpenApiParameter(
    "as_of", OpenApiTypes.DATE, description="the day on which everything is shown; default today"
)
FIELDS = OpenApiParameter("fields", str, many=True, description="only these fields of each row")
VERSION = OpenApiParameter(
    "If-Match",
    str,
    OpenApiParameter.HEADER,
    description='the row_version that the sender saw, "7"; 428 without it, 412 when stale',
)
ONCE = OpenApiParameter(
    "Idempotency-Key",
    str,
    OpenApiParameter.HEADER,
    description="a repeated request with this key gets the first one's answer",
)

STRICT = OpenApiParameter(
    "Prefer",
    str,
    OpenApiParameter.HEADER,
    enum=["handling=strict"],
    description="409 warnings.unconfirmed, and nothing saved, until confirmed_warnings names them",
)

# Every list may be asked for as a file: all its rows, whatever limit and offset say.
FORMAT = {
    "in": "query",
    "name": "format",
    "schema": {"type": "string", "enum": list(FILE_FORMATS)},
    "description": "all rows as a file",
}
FILES = {
    media_type.partition(";")[0]: {"schema": {"type": "string", "format": "binary"}}
    for media_type in MEDIA_TYPES.values()
}


class Described(AutoSchema):
    """Adds what all addresses share; a view's own extend_schema comes on top."""

    def get_override_parameters(self) -> list[Any]:
        shared = [*super().get_override_parameters()]
        action = getattr(self.view, "action", "")
        if self.method in ("POST", "PATCH") and "/session" not in self.path:
            shared += [ONCE, STRICT]
            if "{" in self.path:
                shared.append(VERSION)
        if action in ("list", "retrieve") and hasattr(self.view, "orderable"):
            shared += [DAY, FIELDS]
        if action == "list" and hasattr(self.view, "orderable"):
            shared.append(_ordering(orders_of(type(self.view))))
            filterset = self.view.filterset_class
            known = filterset.base_filters if filterset else {}
            shared += [_parameter(name, one) for name, one in known.items()]
        return shared

    def _get_response_for_code(
        self, serializer: Any, status_code: str, *args: Any, **kwargs: Any
    ) -> Any:
        response = super()._get_response_for_code(serializer, status_code, *args, **kwargs)
        if self._answers_detail(str(status_code)):
            detail = self._component(DetailShape)
            for content in response.get("content", {}).values():
                if "$ref" in content["schema"]:
                    content["schema"] = {"allOf": [content["schema"], detail.ref]}
        return response

    def _answers_detail(self, status: str) -> bool:
        """Whether the answer is a record as its detail shows it (acts.api.reading, writing)."""
        action = getattr(self.view, "action", "")
        if action == "create":
            return status == "201" and hasattr(self.view, "added")
        on_record = "{" in self.path and self.method in ("POST", "PATCH")
        reads = action == "retrieve" or on_record
        return status == "200" and reads and hasattr(self.view, "orderable")

    def get_operation(self, *args: Any, **kwargs: Any) -> Any:
        operation = super().get_operation(*args, **kwargs)
        if operation and any(one["name"] == "limit" for one in operation.get("parameters", ())):
            operation["parameters"].append(FORMAT)
            operation["responses"]["200"]["content"] |= FILES
        if operation and "/schema" not in self.path:
            problem = self._component(ProblemShape)
            operation["responses"]["default"] = {
                "description": "a problem: what is wrong, where, and why",
                "content": {"application/problem+json": {"schema": problem.ref}},
            }
        return operation

    def _component(self, shape: type[serializers.Serializer]) -> ResolvedComponent:
        return self.resolve_serializer(shape, "response")


def _ordering(orderable: dict[str, str]) -> OpenApiParameter:
    terms = [sign + name for name in orderable for sign in ("", "-")]
    return OpenApiParameter("ordering", str, many=True, enum=terms, description="- reverses")


def _parameter(name: str, one: filters.Filter) -> OpenApiParameter:
    """A filter as a parameter; those of many values may be repeated, which means or."""
    codes = [str(code) for code, _ in one.extra.get("choices", ())]
    if isinstance(one, Choices):
        return OpenApiParameter(name, str, many=True, enum=codes)
    if isinstance(one, filters.ChoiceFilter):
        return OpenApiParameter(name, str, enum=codes)
    if isinstance(one, filters.NumberFilter):
        return OpenApiParameter(name, int)
    if isinstance(one, filters.CharFilter):
        return OpenApiParameter(name, str)
    return OpenApiParameter(name, str, many=True)
