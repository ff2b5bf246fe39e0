"""The gate: the only opener of write transactions.

One act, one locked row, one transaction, one label in the trail.
"""

from collections.abc import Iterator
from contextlib import contextmanager
from contextvars import ContextVar
from dataclasses import dataclass, field
from typing import Any, TypeVar

import pghistory
from django.core.exceptions import PermissionDenied
from django.db import connection, models, transaction

from acts.models import Answer
from acts.permissions import Actor, acts_on_behalf, may
from core.problems import Problem
from core.rules import Malformed

T = TypeVar("T", bound=models.Model)


@dataclass
class Delivery:
    """One request that writes: its repeat protection and the version its sender has seen."""

    actor_id: int
    route: str
    key: str = ""
    body_hash: str = ""
    expected: tuple[type[models.Model], int, int] | None = None
    answer: Answer | None = None
    strict: bool = False  # the sender wants to be asked about what is unusual
    confirmed: frozenset[str] = frozenset()  # codes of warnings that the sender has seen
    known: list[dict[str, Any]] = field(default_factory=list)  # warnings that stood before

    def unconfirmed(self, warnings: list[dict[str, Any]]) -> list[dict[str, Any]]:
        """What the sender must be asked about before the act stands; nothing unless strict.

        A warning that points at a field is about what was told. One without reminds of something
        that is still to come, and waits for nobody; so does one that stood before the act.
        """
        if not self.strict:
            return []
        asked = [w for w in warnings if w.get("pointer") and w["code"] not in self.confirmed]
        return [w for w in asked if w not in self.known]

    def replayed(self) -> Answer | None:
        """Take the key for this request; the stored answer if it was used before.

        The insert waits for a concurrent one with the same key, so a double click records once.
        """
        if not self.key:
            return None
        with connection.cursor() as cursor:
            cursor.execute(
                "INSERT INTO acts_answer (actor_id, route, key, body_hash, status, body, etag, at)"
                " VALUES (%s, %s, %s, %s, 0, '', '', now())"
                " ON CONFLICT (actor_id, route, key) DO NOTHING RETURNING id",
                [self.actor_id, self.route, self.key, self.body_hash],
            )
            row = cursor.fetchone()
        if row:
            self.answer = Answer(pk=row[0])
            return None
        stored = Answer.objects.get(actor_id=self.actor_id, route=self.route, key=self.key)
        if stored.body_hash != self.body_hash:
            raise Problem(409, "idempotency.mismatch")
        return stored

    def store(self, status: int, body: bytes, etag: str) -> None:
        """Keep the answer beside the facts it speaks of."""
        if self.answer:
            Answer.objects.filter(pk=self.answer.pk).update(status=status, body=body, etag=etag)

    def check_version(self) -> None:
        """Raise 412 when the record has another version than its sender saw."""
        if self.expected is None:
            return
        model, pk, version = self.expected
        current = model._default_manager.filter(pk=pk).values_list("row_version", flat=True).first()
        if current is not None and current != version:
            raise Problem(412, "record.stale", current_version=current)


class NotKept(Exception):
    """Raised inside an act that is to leave no trace: a dry run, or one that says what is wrong."""


_delivery: ContextVar[Delivery | None] = ContextVar("delivery", default=None)
_act: ContextVar[str] = ContextVar("act", default="")


@contextmanager
def delivering(delivery: Delivery) -> Iterator[Delivery]:
    """The transaction of one writing request: act and kept answer stand or fall together."""
    with transaction.atomic(durable=True):
        token = _delivery.set(delivery)
        try:
            yield delivery
        finally:
            _delivery.reset(token)


@contextmanager
def acting(
    verb: str,
    *,
    by: Actor,
    on: models.QuerySet[T],
    reason: str = "",
) -> Iterator[T]:
    """Do one thing, as somebody, to one locked row.

    Locks the row, checks that `by` may do `verb` to its agency, compares the
    version that the sender saw, and labels every row version written inside. An act that
    raises NotKept is taken back, and its caller goes on behind it. Raises PermissionDenied,
    Problem(404/412); RuntimeError when nested.
    """
    if _act.get():
        raise RuntimeError(f"{verb} inside {_act.get()}: one act, one transaction, one label")
    delivery = _delivery.get()
    token = _act.set(verb)
    try:
        with (
            transaction.atomic(durable=delivery is None),
            pghistory.context(verb=verb, actor=by.pk, reason=reason),
        ):
            target = on.select_for_update(of=("self",)).first()
            if target is None:
                raise Problem(404, "record.not_found")
            home: int | None = target.home_agency_id  # type: ignore[attr-defined]
            if not may(by, verb, home):
                raise PermissionDenied(verb)
            if acts_on_behalf(by, verb) and not reason.strip():
                raise Malformed(("/reason", "reason.on_behalf", {}))
            if delivery:
                delivery.check_version()
            yield target
    except NotKept:
        pass
    finally:
        _act.reset(token)


def needs_reason(reason: str) -> None:
    """Raise Malformed unless somebody said why. Source: contract 3 names the acts that ask."""
    if not reason.strip():
        raise Malformed(("/reason", "reason.required", {}))
