"""What may be done next about proofs."""

from collections.abc import Iterator
from datetime import date

from acts.facts import blockers_to_confirm
from acts.registry import offers
from agencies.handover import counts_at_end
from agencies.models import Agency
from certificates import rules
from certificates.models import Application, Certificate, Declaration, StatusEvent
from certificates.queries import certificates_in_force_on, declarations_in_force_on
from core.days import today
from core.rules import Blocker
from plans.models import Rollout


def cannot_issue(rollout: Rollout) -> Iterator[Blocker]:
    """Why no certificate can be recorded today."""
    yield from rules.blockers_to_issue(rollout, today())


def cannot_declare(rollout: Rollout) -> Iterator[Blocker]:
    """Why nobody can declare today."""
    yield from rules.blockers_to_declare(rollout, today())


def cannot_send(application: Application) -> Iterator[Blocker]:
    """Why the application cannot be sent today."""
    yield from rules.blockers_to_send(application)
    yield from rules.blockers_to_apply(application.rollout, today())


def in_force_at_end(agency: Agency, eve: date) -> int:
    """Certificates in force of an agency that ends: their certifier is to be told."""
    return certificates_in_force_on(eve).filter(rollout__agency=agency).count()


def declared_at_end(agency: Agency, eve: date) -> int:
    """Declarations in force of an agency that ends: its heir declares anew. Source: contract 5."""
    return declarations_in_force_on(eve).filter(rollout__agency=agency).count()


counts_at_end("certificates", in_force_at_end)
counts_at_end("declarations", declared_at_end)
offers("application.record", on=Rollout, unless=rules.blockers_of_application_track)
offers("certificate.issue", on=Rollout, unless=cannot_issue)
offers("declaration.sign", on=Rollout, unless=cannot_declare)
offers("status.record", on=Rollout)
offers("status.pause", on=Rollout)
offers("application.send", on=Application, unless=cannot_send)
offers("status.record", on=Certificate)
offers("status.record", on=Declaration)
for model in (Application, Certificate, Declaration, StatusEvent):
    offers("fact.correct", on=model)
    offers("fact.confirm", on=model, unless=blockers_to_confirm)
    offers("fact.void", on=model)
