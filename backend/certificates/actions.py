"""The acts about proofs; each passes the gate once."""

from typing import Any

from acts.facts import told_by
from acts.gate import acting, needs_reason
from acts.permissions import Actor
from certificates import records, rules
from certificates.models import Application, Certificate, Declaration, StatusEvent
from core.days import PartialDate, today
from plans.models import Rollout


def record_application(
    rollout: Rollout, *, reason: str = "", irregular: str = "", by: Actor, **given: Any
) -> Application:
    """Record the file that asks for a certificate, under way or sent."""
    with acting("application.record", by=by, on=rollout.root(), reason=reason) as locked:
        return records.put_application(locked, told=told_by(by, irregular), strict=True, **given)


def send_application(
    application: Application,
    *,
    sent_on: PartialDate | None = None,
    number: str = "",
    reason: str = "",
    by: Actor,
) -> Application:
    """Send an application; without a day, today."""
    with acting("application.send", by=by, on=application.root(), reason=reason):
        current = Application.objects.select_related("rollout__agency").get(pk=application.pk)
        return records.put_sending(current, sent_on=sent_on or PartialDate(today()), number=number)


def issue_certificate(
    rollout: Rollout, *, reason: str = "", irregular: str = "", by: Actor, **given: Any
) -> Certificate:
    """Record the certificate granted for a rollout."""
    with acting("certificate.issue", by=by, on=rollout.root(), reason=reason) as locked:
        return records.put_certificate(locked, told=told_by(by, irregular), strict=True, **given)


def sign_declaration(
    rollout: Rollout, *, reason: str = "", irregular: str = "", by: Actor, **given: Any
) -> Declaration:
    """The agency's head declares conformity; nobody signs on the head's behalf."""
    with acting("declaration.sign", by=by, on=rollout.root(), reason=reason) as locked:
        return records.put_declaration(locked, told=told_by(by, irregular), strict=True, **given)


def record_event(
    rollout: Rollout,
    *,
    kind: str,
    cause: str = "",
    reason: str = "",
    irregular: str = "",
    by: Actor,
    **given: Any,
) -> StatusEvent:
    """Record that a proof was suspended, restored, withdrawn …, or the work paused or resumed."""
    verb = "status.pause" if kind in ("paused", "resumed") else "status.record"
    cause = cause or reason
    with acting(verb, by=by, on=rollout.root(), reason=reason or cause) as locked:
        if kind in rules.NEEDS_CAUSE:
            needs_reason(cause)
        return records.put_status_event(
            locked, kind=kind, cause=cause, told=told_by(by, irregular), strict=True, **given
        )
