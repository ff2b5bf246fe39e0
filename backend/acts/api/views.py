"""The endpoints that every kind of fact has: list, detail, new, correct, confirm, void."""

from typing import Any

from drf_spectacular.utils import extend_schema, extend_schema_view
from rest_framework.decorators import action
from rest_framework.request import Request
from rest_framework.response import Response

from acts.api.writing import Writes
from acts.facts import confirm_fact, correct_fact, void_fact
from core.days import PartialDate, columns
from core.shapes import NoBody, Shape


def as_columns(told: dict[str, Any]) -> dict[str, Any]:
    """Values of a correction as columns: a partial date becomes its two."""
    changes: dict[str, Any] = {}
    for name, value in told.items():
        if isinstance(value, PartialDate):
            changes |= columns(**{name: value})
        else:
            changes[name] = value
    return changes


class Facts(Writes):
    """A collection of facts. `In` shapes a new one, `Correction` what may be corrected,
    `rules` guards a corrected one; `record()` performs the act that makes one."""

    In: type[Shape]
    Correction: type[Shape]
    rules: Any = None

    def record(self, told: dict[str, Any]) -> Any:
        raise NotImplementedError

    def create(self, request: Request) -> Response:
        told = self.In.read(request)
        return self.added(request, lambda: self.record(told))

    def partial_update(self, request: Request, pk: str) -> Response:
        told = self.Correction.read(request, partial=True)
        reason = told.pop("reason", "")
        rules = type(self).rules
        return self.acted(
            request,
            pk,
            lambda fact: correct_fact(
                fact, as_columns(told), reason=reason, by=request.user, rules=rules
            ),
        )

    @extend_schema(request=NoBody)
    @action(detail=True, methods=["post"])
    def confirm(self, request: Request, pk: str) -> Response:
        NoBody.read(request)
        return self.acted(request, pk, lambda fact: confirm_fact(fact, by=request.user))

    @extend_schema(request=NoBody)
    @action(detail=True, methods=["post"])
    def void(self, request: Request, pk: str) -> Response:
        reason = NoBody.read(request).get("reason", "")
        return self.acted(request, pk, lambda fact: void_fact(fact, reason=reason, by=request.user))


def fact_schema(shape: Any, new: Any, correction: Any) -> Any:
    """The OpenAPI names of a fact's endpoints, said once per collection."""
    acted = extend_schema(responses={200: shape})
    return extend_schema_view(
        create=extend_schema(request=new, responses={201: shape}),
        partial_update=extend_schema(request=correction, responses={200: shape}),
        confirm=acted,
        void=acted,
    )
