"""Writing: every POST and PATCH passes here, and through the gate behind it."""

import hashlib
from collections.abc import Callable
from typing import Any

from django.db.models import Model
from django.http import HttpResponse
from rest_framework.request import Request
from rest_framework.response import Response

from acts.api.reading import Reads, only_known_parameters
from acts.attaching import attach_proofs
from acts.gate import Delivery, delivering
from acts.registry import registered
from core.problems import Problem
from core.rendering import dumps
from core.rules import Malformed

STRICT = "handling=strict"  # RFC 7240: do not save what is unusual before somebody confirmed it


def delivery_of(request: Request) -> Delivery:
    """The repeat protection of a request, from its Idempotency-Key; what its sender confirms."""
    key = request.headers.get("Idempotency-Key", "")
    if len(key) > 200:
        raise Malformed(("/Idempotency-Key", "max_length", {}))
    digest = hashlib.sha256(_body_of(request) if key else b"").hexdigest()
    preferred = {part.strip().lower() for part in request.headers.get("Prefer", "").split(",")}
    told = request.data.get("confirmed_warnings") if isinstance(request.data, dict) else None
    return Delivery(
        request.user.pk,
        f"{request.method} {request.path}",
        key,
        digest,
        strict=STRICT in preferred,
        confirmed=frozenset(map(str, told)) if isinstance(told, list) else frozenset(),
    )


def _body_of(request: Request) -> bytes:
    """The body for comparison; an uploaded file by the hash of its content."""
    if not request.FILES:
        return dumps(request.data)
    fields = {name: request.data.getlist(name) for name in request.data}
    for name, file in request.FILES.items():
        file.seek(0)
        fields[name] = hashlib.sha256(file.read()).hexdigest()
    return dumps(fields)


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

    The act and its kept answer are one transaction. A strict sender who has not confirmed what
    is unusual about it gets 409 with the warnings, and nothing is saved.
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
        warnings = data.get("warnings") if isinstance(data, dict) else None
        unconfirmed = delivery.unconfirmed(warnings or [])
        if unconfirmed:
            raise Problem(409, "warnings.unconfirmed", warnings=unconfirmed)
        delivery.store(status, dumps(data), "")
    headers = {"Preference-Applied": STRICT} if delivery.strict else None
    return Response(data, status, headers=headers)


def deliver_on(
    request: Request,
    record: Any,
    act: Callable[[Delivery], Any],
    show: Callable[[Any], Any],
    known: Callable[[], Any] | None = None,
) -> HttpResponse:
    """Do an act on one record and answer with it: 412, with it, if it changed meanwhile.

    `known` gives the record before the act: its warnings are not asked about again.
    """
    delivery = delivery_of(request)
    delivery.expected = (type(record), record.pk, expected_version(request))
    if known and delivery.strict:
        delivery.known = known().get("warnings", [])
    try:
        return deliver(delivery, lambda: act(delivery), lambda _: show(record), 200)
    except Problem as problem:
        if problem.status == 412:
            problem.extra["current"] = show(record)
        raise


class Writes(Reads):
    """Records that can be added and acted upon."""

    def added(self, request: Request, act: Callable[[], Model]) -> HttpResponse:
        """Answer a POST to the collection: 201 with the new record."""
        self._no_parameters(request)

        def with_proofs() -> Model:
            made = act()
            self._attach(request, made, whole=False)
            return made

        return deliver(delivery_of(request), with_proofs, self.fresh, 201)

    def acted(
        self, request: Request, pk: str, act: Callable[[Any], Any], *, asks_all: bool = False
    ) -> HttpResponse:
        """Answer an act on one record: 200 with the record, 412 if it changed meanwhile.

        `asks_all`: a strict sender confirms every warning of the record, not only the new ones,
        because the act sends it on (a plan to the council, a file to the certifier).
        """
        self._no_parameters(request)
        record = self.found(pk)

        def with_proofs(delivery: Delivery) -> Any:
            done = act(record)
            delivery.expected = None  # compared by the act; what follows is of the same request
            own = done if type(done) in registered() else record
            self._attach(request, own, whole=request.method == "PATCH")
            return done

        return deliver_on(
            request,
            record,
            with_proofs,
            lambda record: self.fresh(record) or self.gone(record),
            None if asks_all else lambda: self.in_full(self.found(pk)),
        )

    def _attach(self, request: Request, record: Model, *, whole: bool) -> None:
        """Attach the files that the body named to what the act made or changed."""
        reason = str(request.data.get("reason") or "") if isinstance(request.data, dict) else ""
        ids = getattr(request, "evidence", None)
        attach_proofs(record, ids, whole=whole, reason=reason, by=request.user)

    def fresh(self, record: Model) -> Any:
        """The record as it stands in the database now."""
        current = self.in_detail(self.rows()).filter(pk=record.pk).first()
        return self.in_full(current) if current else None

    def gone(self, record: Model) -> dict[str, Any]:
        """A record that the act took out, as it stood before; nothing may be done to it."""
        shown = self.shown([record])[0]
        return {**shown, "as_of": self.day.isoformat(), "next_acts": [], "warnings": []}

    def _no_parameters(self, request: Request) -> None:
        only_known_parameters(request, {"as_of"})
