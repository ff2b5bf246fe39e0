"""Putting proofs on record: rules, then rows. Called inside an open act, by actions and imports.

`strict` (the screens) asks for everything that must stand before; without it, what an old source
does not tell is let pass, while days out of order and a wrong track are refused all the same.
"""

from datetime import date, timedelta
from typing import Any

from certificates import rules, warnings
from certificates.models import Application, Certificate, Declaration, StatusEvent
from core.days import DAY, PartialDate, add_months, columns, today
from core.provenance import Provenance
from core.rules import refuse
from plans.models import Rollout
from plans.queries import edition_on
from plans.records import reach_back
from standards.queries import policy_on

Day = PartialDate | None


def put_application(
    rollout: Rollout,
    *,
    told: Provenance,
    sent_on: Day = None,
    state: str = "being_prepared",
    strict: bool = False,
    **given: Any,
) -> Application:
    """The file that asks for a certificate; with a day it is sent."""
    if sent_on and state == "being_prepared":
        state = "sent"
    application = Application(
        rollout=rollout, state=state, **given, **columns(sent_on=sent_on), **told.columns()
    )
    reasons = [*rules.blockers_of_application(application)]
    if strict and state == "sent":
        reasons += rules.blockers_to_apply(rollout, _last(sent_on))
    else:
        reasons += rules.blockers_of_application_track(rollout)
    refuse(
        reasons,
        irregular=told.irregular,
        warnings=warnings.warnings_of_application(application, today()),
    )
    application.save()
    _counted(application)
    return application


def put_sending(application: Application, *, sent_on: PartialDate, number: str = "") -> Application:
    """An application under way is sent."""
    against = list(rules.blockers_to_send(application))
    for name, value in columns(sent_on=sent_on).items():
        setattr(application, name, value)
    application.state, application.number = "sent", number or application.number
    reasons = [
        *against,
        *rules.blockers_of_application(application),
        *rules.blockers_to_apply(application.rollout, sent_on.end),
    ]
    refuse(
        reasons,
        irregular=application.irregular,
        warnings=warnings.warnings_of_application(application, today()),
    )
    application.save(update_fields=["state", "number", "sent_on", "sent_on_precision"])
    _counted(application)
    return application


def put_certificate(
    rollout: Rollout,
    *,
    number: str,
    issuer: str,
    told: Provenance,
    edition: str | None = None,
    issued_on: Day = None,
    valid_from: Day = None,
    valid_to: date | None = None,
    strict: bool = False,
    **given: Any,
) -> Certificate:
    """A certificate somebody granted; on the screens its last day follows from the policy."""
    if strict and valid_to is None:
        valid_to = _usual_end(valid_from or issued_on)
    certificate = Certificate(
        rollout=rollout,
        number=number,
        issuer=issuer,
        valid_to=valid_to,
        edition_id=edition or edition_on(rollout, _last(issued_on)),
        **given,
        **columns(issued_on=issued_on, valid_from=valid_from),
        **told.columns(),
    )
    reasons = [*rules.blockers_of_certificate(certificate)]
    if strict:
        reasons += rules.blockers_of_undated(issued_on)
        reasons += rules.blockers_to_issue(rollout, _last(issued_on))
    else:
        reasons += rules.blockers_of_certificate_track(rollout)
    refuse(
        reasons,
        irregular=told.irregular,
        warnings=warnings.warnings_of_certificate(certificate, today()),
    )
    certificate.save()
    _counted(certificate)
    return certificate


def _usual_end(start: Day) -> date | None:
    """The last day of a certificate that starts on a day known exactly. Source: 17021-1."""
    if start is None or start.precision != DAY:
        return None
    months = policy_on(start.day).months("certificate.validity")
    return add_months(start.day, months) - timedelta(days=1)


def put_declaration(
    rollout: Rollout,
    *,
    told: Provenance,
    edition: str | None = None,
    signed_on: Day = None,
    scope: str = "",
    kind: str = "first",
    strict: bool = False,
    **given: Any,
) -> Declaration:
    """A declaration that the agency's head signed; a further one supersedes it from its day."""
    declaration = Declaration(
        rollout=rollout,
        kind=kind,
        scope=scope,
        edition_id=edition or edition_on(rollout, _last(signed_on)),
        **given,
        **columns(signed_on=signed_on),
        **told.columns(),
    )
    reasons = [*rules.blockers_of_declaration(declaration)]
    if strict:
        reasons += rules.blockers_to_declare(rollout, _last(signed_on), scope)
        reasons += rules.blockers_of_repetition(declaration)
    else:
        reasons += rules.blockers_of_declaration_track(rollout)
    refuse(
        reasons,
        irregular=told.irregular,
        warnings=warnings.warnings_of_declaration(declaration, today()),
    )
    declaration.save()
    _counted(declaration)
    return declaration


def put_status_event(
    rollout: Rollout,
    *,
    kind: str,
    told: Provenance,
    on: Day = None,
    strict: bool = False,
    **given: Any,
) -> StatusEvent:
    """What happened to a proof or to the work, from its day on."""
    event = StatusEvent(rollout=rollout, kind=kind, **given, **columns(on=on), **told.columns())
    refuse(
        rules.blockers_of_event(event, strict=strict),
        irregular=told.irregular,
        warnings=warnings.warnings_of_event(event, today()),
    )
    event.save()
    _counted(event)
    return event


def _last(day: Day) -> date:
    """The last day that a partial date may mean; today when it is not known."""
    return day.end if day else today()


def _counted(fact: Any) -> None:
    """Read the day from which the database counts the fact; its rollout reaches back to it."""
    fact.refresh_from_db(fields=["counts_on"])
    reach_back(fact.rollout, fact.counts_on)
