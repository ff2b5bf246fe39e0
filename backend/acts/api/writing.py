"""Writing: every POST and PATCH passes here, and through the gate behind it."""

import hashlib
from collections.abc import Callable
from typing import Any

from django.db.models import Model
from django.http import HttpResponse
from rest_framework.request import Request
from rest_framework.response import Response

from acts.api.reading import Reads, only_known_parameters
from acts.gate import Delivery, delivering
from core.problems import Problem
from core.rendering import dumps
from core.rules import Malformed


def delivery_of(request: Request) -> Delivery:
    """The repeat protection of a request, from its Idempotency-Key."""
    key = request.headers.get("Idempotency-Key", "")
    if len(key) > 200:
        raise Malformed(("/Idempotency-Key", "max_length", {}))
    digest = hashlib.sha256(dumps(request.data) if key else b"").hexdigest()
    return Delivery(request.user.pk, f"{request.method} {request.path}", key, digest)


def expected_version(request: Request) -> int:
    """The row_version that the sender saw, from If-Match; 428 when it is missing."""
    text = request.headers.get("If-Match", "").strip()
    if not text:
        raise Problem(428, "precondition.required")
    number = text.removeprefix('"').removesuffix('"')
    if not (number.isascii() and number.isdecimal()) or len(number) > 9:
        raise Malformed(("/If-Match", "invalid", {}))
    return int(number)


def deliver(
    delivery: Delivery, act: Callable[[], Any], show: Callable[[Any], Any], status: int
) -> HttpResponse:
    """Do the act once and answer; a repeated request gets the kept answer again.

    The act and its kept answer are one transaction.
    """
    with delivering(delivery):
        kept = delivery.replayed()
        if kept:
            answer = HttpResponse(
                bytes(kept.body), status=kept.status, content_type="application/json"
            )
            answer["Idempotent-Replayed"] = "true"
            return answer
        data = show(act())
        delivery.store(status, dumps(data), "")
    return Response(data, status)


class Writes(Reads):
    """Records that can be added and acted upon."""

    def added(self, request: Request, act: Callable[[], Model]) -> HttpResponse:
        """Answer a POST to the collection: 201 with the new record."""
        self._no_parameters(request)
        return deliver(delivery_of(request), act, self.fresh, 201)

    def acted(self, request: Request, pk: str, act: Callable[[Any], Any]) -> HttpResponse:
        """Answer an act on one record: 200 with the record, 412 if it changed meanwhile."""
        self._no_parameters(request)
        record = self.found(pk)
        delivery = delivery_of(request)
        delivery.expected = (type(record), record.pk, expected_version(request))
        try:
            return deliver(
                delivery,
                lambda: act(record),
                lambda _: self.fresh(record) or self.gone(record),
                200,
            )
        except Problem as problem:
            if problem.status == 412:
                problem.extra["current"] = self.fresh(record)
            raise

    def fresh(self, record: Model) -> Any:
        """The record as it stands in the database now."""
        current = self.rows().filter(pk=record.pk).first()
        return self.in_full(current) if current else None

    def gone(self, record: Model) -> dict[str, Any]:
        """A record that the act took out, as it stood before; nothing may be done to it."""
        return {**self.shown([record])[0], "as_of": self.day.isoformat(), "next_acts": []}

    def _no_parameters(self, request: Request) -> None:
        only_known_parameters(request, {"as_of"})
