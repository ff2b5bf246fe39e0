"""What is unusual about a proof, an application or a change of status, but allowed."""

from collections.abc import Iterator
from datetime import date, timedelta
from typing import Any

from agencies.models import AgencyName, Succession
from audits.queries import (
    external_audits_held_on,
    findings_open_on,
    findings_undisposed_on,
)
from certificates.clock_rules import holders_of
from certificates.models import Application, Certificate, Declaration, StatusEvent
from certificates.queries import certificates_on
from core.days import DAY, add_months, partial
from core.rules import Blocker
from standards.queries import edition_void_from, policy_on

SURVEILLANCE = ["surveillance1", "surveillance2", "recertification"]
WITH_DOCUMENT = ["suspended", "restored", "withdrawn", "cancelled"]


def warnings_of_certificate(certificate: Certificate, day: date) -> Iterator[Blocker]:
    """Everything to be said of a certificate as the day knows it."""
    yield from unusual_validity(certificate)
    void = edition_void_from(certificate.edition_id, certificate.rollout.track)
    if void and certificate.valid_to and certificate.valid_to >= void:
        params = {"edition": certificate.edition_id, "void_from": void.isoformat()}
        yield Blocker("certificate.outlives_edition", params, "/valid_to")
    if certificate.pk:
        yield from surveillance_overdue(certificate, day)


def unusual_validity(certificate: Certificate) -> Iterator[Blocker]:
    """A certificate usually ends three years after its day, or the day before. Source: T21."""
    start = partial(certificate, "valid_from") or partial(certificate, "issued_on")
    if start is None or start.precision != DAY or certificate.valid_to is None:
        return
    months = policy_on(start.day).months("certificate.validity")
    usual = add_months(start.day, months)
    if certificate.valid_to not in (usual, usual - timedelta(days=1)):
        params = {"months": months, "usual": (usual - timedelta(days=1)).isoformat()}
        yield Blocker("certificate.unusual_validity", params, "/valid_to")


def surveillance_overdue(certificate: Certificate, day: date) -> Iterator[Blocker]:
    """No surveillance within 12 months of the decision: propose to suspend. Source: T23, 4."""
    limit = add_months(certificate.counts_on, policy_on(day).months("surveillance.first"))
    last = min(day, certificate.valid_to or day)
    later = certificates_on(day).filter(
        rollout=certificate.rollout_id, counts_on__gt=certificate.counts_on
    )
    held = external_audits_held_on(day).filter(
        rollout=certificate.rollout_id, type__in=SURVEILLANCE, counts_on__gt=certificate.counts_on
    )
    if last > limit and not held.exists() and not later.exists():
        yield Blocker("certificate.surveillance_overdue", {"limit": limit.isoformat()})


def warnings_of_declaration(declaration: Declaration, day: date) -> Iterator[Blocker]:
    """Everything to be said of a declaration as the day knows it."""
    if not declaration.signer:
        yield Blocker("declaration.signer_missing", {}, "/signer")
    known = partial(declaration, "signed_on")
    signed = known.end if known else declaration.reported_by
    majors = findings_open_on(signed).filter(
        agency__in=holders_of(declaration.rollout), source_kind="internal", grade="major"
    )
    count = majors.count()
    if count:
        yield Blocker("declaration.internal_major_open", {"count": count}, "/signed_on")
    if declaration.pk:
        yield from to_be_repeated(declaration, day)


def to_be_repeated(declaration: Declaration, day: date) -> Iterator[Blocker]:
    """A new name or a merger asks for another declaration. Source: QĐ 19/2014, Điều 4; T15."""
    signed = declaration.counts_on
    later = Declaration.objects.filter(
        rollout=declaration.rollout_id, counts_on__gt=signed, counts_on__lte=day
    )
    if later.exists():
        return
    holders = holders_of(declaration.rollout)
    span = {"gt": signed, "lte": day}
    renamed = AgencyName.objects.filter(
        agency__in=holders, **{f"valid_from__{k}": v for k, v in span.items()}
    ).values_list("valid_from", flat=True)
    merged = Succession.objects.filter(
        successor__in=holders, **{f"effective_on__{k}": v for k, v in span.items()}
    ).values_list("effective_on", flat=True)
    changed = min([*filter(None, renamed), *merged], default=None)
    if changed:
        due = changed + timedelta(days=policy_on(changed).days("redeclaration.days"))
        params = {"changed": changed.isoformat(), "due_on": due.isoformat()}
        yield Blocker("declaration.to_be_repeated", params)


def warnings_of_application(application: Application, day: date) -> Iterator[Blocker]:
    """Items that the file of an application still lacks. Source: reference 2.4 S16, T20."""
    missing = [item for item in Application.ITEMS if item not in application.items]
    if missing:
        params: dict[str, Any] = {"count": len(missing), "items": missing}
        yield Blocker("application.items_missing", params, "/items")
    sent = partial(application, "sent_on")
    if sent is None:
        return
    observations = findings_undisposed_on(sent.end).filter(
        rollout=application.rollout_id, source_kind="external"
    )
    count = observations.count()
    if count:
        yield Blocker("application.observations_open", {"count": count}, "/sent_on")


def warnings_of_event(event: StatusEvent, day: date) -> Iterator[Blocker]:
    """Everything to be said of a change of status. Source: reference T23, T24, T28."""
    if event.kind in WITH_DOCUMENT and not event.document_number:
        yield Blocker("status_event.document_missing", {}, "/document_number")
    if event.pk is None:
        return
    numbers = policy_on(event.counts_on)
    limit = add_months(event.counts_on, numbers.months("suspension.max"))
    if event.kind == "suspended" and _until(event, day, ["restored", "withdrawn"]) > limit:
        yield Blocker("status_event.suspended_long", {"limit": limit.isoformat()})
    limit = event.counts_on + timedelta(days=numbers.days("pause.warn_days"))
    if event.kind == "paused" and _until(event, day, ["resumed"]) > limit:
        yield Blocker("status_event.paused_long", {"limit": limit.isoformat()})
    if event.kind == "restored":
        before = StatusEvent.objects.filter(
            rollout=event.rollout_id, kind="suspended", counts_on__lte=event.counts_on
        )
        since = before.order_by("-counts_on").values_list("counts_on", flat=True).first()
        last = since and add_months(since, numbers.months("suspension.max"))
        if last and event.counts_on > last:
            yield Blocker("status_event.restored_late", {"limit": last.isoformat()}, "/on")


def _until(event: StatusEvent, day: date, ends: list[str]) -> date:
    """The day on which a later event of these kinds ended this one; else the day asked of."""
    later = StatusEvent.objects.filter(
        rollout=event.rollout_id, kind__in=ends, counts_on__gte=event.counts_on,
        counts_on__lte=day,
    )  # fmt: skip
    return later.order_by("counts_on").values_list("counts_on", flat=True).first() or day
