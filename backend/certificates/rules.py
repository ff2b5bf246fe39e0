"""When a certificate is recorded, a declaration signed, an application sent, a status changed."""

from collections.abc import Iterator
from dataclasses import replace
from datetime import date
from typing import Any

from audits.models import FindingStep
from audits.models.audit import FULL_TYPES
from audits.queries import (
    findings_open_on,
    findings_unverified_on,
    full_audits_held_on,
    internal_audits_held_on,
    minors_without_plan_on,
)
from audits.rules import first_day
from certificates.clock_rules import (
    blockers_of_late_restoration,
    blockers_of_late_verification,
    holders_of,
)
from certificates.models import Application, Certificate, Declaration, StatusEvent
from certificates.queries import (
    certificates_on,
    declarations_on,
    events_of_work_on,
    suspended_on,
)
from core.days import PartialDate, add_months, happened, ordered, partial
from core.rules import Blocker
from documents.queries import progress_by_rollout
from maintenance.models import ManagementReview
from plans.models import Rollout
from plans.rules import within_life_of_holder
from standards.queries import edition_void_from, policy_on

DECLARATION = "declaration"
NEEDS_CAUSE = ["suspended", "withdrawn", "cancelled", "paused"]
NEEDS_PROOF = ["suspended", "restored", "withdrawn", "cancelled", "reduced"]


def _external_findings(rollout: Rollout, findings: Any) -> Any:
    return findings.filter(rollout=rollout, source_kind="external")


# Certificate: what must stand before it is issued.


def blockers_to_issue(rollout: Rollout, day: date) -> Iterator[Blocker]:
    """What the day still lacks for a certificate. Source: reference 2.4 S16-S17, 4, T21."""
    yield from blockers_of_certificate_track(rollout)
    if not full_audits_held_on(day).filter(rollout=rollout).exists():
        yield Blocker("certificate.not_audited")
    majors = _external_findings(rollout, findings_unverified_on(day)).filter(grade="major")
    open_majors = _external_findings(rollout, findings_open_on(day)).filter(grade="major")
    count = (majors | open_majors).distinct().count()
    if count:
        yield Blocker("certificate.major_open", {"count": count})
    unplanned = _external_findings(rollout, minors_without_plan_on(day)).count()
    if unplanned:
        yield Blocker("certificate.minor_without_plan", {"count": unplanned})
    yield from blockers_of_late_verification(rollout, day)
    yield from blockers_of_late_restoration(rollout, day)


def blockers_of_certificate_track(rollout: Rollout) -> Iterator[Blocker]:
    """On the track of declaration nobody issues a certificate. Source: reference 1.3."""
    if rollout.track == DECLARATION:
        yield Blocker("certificate.wrong_track", {"track": rollout.track})


def blockers_of_undated(issued: PartialDate | None) -> Iterator[Blocker]:
    """A certificate recorded on the screens says when it was issued. Source: reference T21."""
    if issued is None:
        yield Blocker("certificate.issued_on_missing", {}, "/issued_on", irregular=True)


def blockers_of_certificate(certificate: Certificate) -> Iterator[Blocker]:
    """Days and edition of a certificate, as far as known. Source: reference 2.5, T21."""
    issued, starts = partial(certificate, "issued_on"), partial(certificate, "valid_from")
    rollout = certificate.rollout
    yield from happened((issued, "/issued_on"))
    yield from ordered("certificate.valid_before_issued", issued, starts, "/valid_from")
    for day, code in (
        (issued, "certificate.ended_before_issued"),
        (starts, "certificate.ended_before_valid"),
    ):
        if day and certificate.valid_to and certificate.valid_to <= day.start:
            params = {"earlier": str(day), "later": certificate.valid_to.isoformat()}
            yield Blocker(code, params, "/valid_to")
    yield from within_life_of_holder(rollout, (issued, "/issued_on"))
    if issued is None:
        return
    sent = Application.objects.filter(rollout=rollout, sent_on__isnull=False)
    first = sent.order_by("sent_on").first()
    if first:
        yield from ordered(
            "certificate.before_application", partial(first, "sent_on"), issued, "/issued_on"
        )
    yield from _blockers_of_audited(certificate, issued)


def _blockers_of_audited(certificate: Certificate, issued: PartialDate) -> Iterator[Blocker]:
    """A certificate follows its audit, is to the audited edition, and to one that is not void."""
    audits = list(
        certificate.rollout.audits.filter(kind="external", type__in=FULL_TYPES).order_by("pk")
    )
    days = [day for day in map(first_day, audits) if day]
    if days and len(days) == len(audits):
        first = min(days, key=lambda day: day.start)
        yield from ordered("certificate.before_audit", first, issued, "/issued_on")
    held = [a for a in audits if (known := first_day(a)) is None or known.start <= issued.end]
    editions = sorted({audit.edition_id for audit in held if audit.edition_id})
    if editions and certificate.edition_id not in editions:
        yield Blocker(
            "certificate.edition_not_audited",
            {"edition": certificate.edition_id, "audited": ", ".join(editions)},
            "/edition",
            irregular=True,
        )
    void = edition_void_from(certificate.edition_id, certificate.rollout.track)
    if void and issued.start >= void:
        yield Blocker(
            "certificate.edition_void",
            {"edition": certificate.edition_id, "void_from": void.isoformat()},
            "/edition",
            irregular=True,
        )


# Declaration: what the agency must have done before its head signs.


def blockers_to_declare(rollout: Rollout, day: date, scope: str | None = None) -> Iterator[Blocker]:
    """What the day still lacks for a declaration; scope None is not asked for. Source: T14."""
    yield from blockers_of_declaration_track(rollout)
    since = add_months(day, -policy_on(day).months("declaration.review_within"))
    within = {"counts_on__gte": since, "counts_on__lte": day, "agency__in": holders_of(rollout)}
    if not internal_audits_held_on(day).filter(**within).exists():
        yield Blocker(
            "declaration.internal_audit_missing", {"since": since.isoformat()}, irregular=True
        )
    if not ManagementReview.objects.filter(**within).exists():
        yield Blocker("declaration.review_missing", {"since": since.isoformat()}, irregular=True)
    if scope is not None and not scope.strip():
        yield Blocker("declaration.scope_missing", {}, "/scope")
    yield from blockers_of_unissued(rollout, day)


def blockers_of_unissued(rollout: Rollout, day: date) -> Iterator[Blocker]:
    """Every listed document is in effect before the agency declares. Source: reference 2.4 S17."""
    left = sum(known.listed - known.in_effect for known in progress_by_rollout(day, [rollout.pk]))
    if left:
        yield Blocker("declaration.documents_not_in_force", {"count": left}, irregular=True)


def blockers_of_declaration_track(rollout: Rollout) -> Iterator[Blocker]:
    """Only on the track of declaration does the agency declare by itself. Source: reference 1.3."""
    if rollout.track != DECLARATION:
        yield Blocker("declaration.wrong_track", {"track": rollout.track})


def blockers_of_repetition(declaration: Declaration) -> Iterator[Blocker]:
    """The first is declared once; a further one says why. Source: reference 1.3, 2.4 S17."""
    others = Declaration.objects.filter(rollout=declaration.rollout).exclude(pk=declaration.pk)
    if declaration.kind == "first" and others.filter(kind="first").exists():
        yield Blocker("declaration.first_exists", {}, "/kind")
    if declaration.kind == "again" and not declaration.why_again:
        yield Blocker("declaration.why_again_missing", {}, "/why_again")


def blockers_of_declaration(declaration: Declaration) -> Iterator[Blocker]:
    """Days of a declaration: signed, then posted and notified. Source: reference 2.5."""
    signed = partial(declaration, "signed_on")
    posted, notified = declaration.posted_on, declaration.notified_on
    yield from happened((signed, "/signed_on"), (posted, "/posted_on"), (notified, "/notified_on"))
    yield from ordered("declaration.posted_before_signed", signed, posted, "/posted_on")
    yield from ordered("declaration.notified_before_signed", signed, notified, "/notified_on")
    yield from within_life_of_holder(declaration.rollout, (signed, "/signed_on"))
    if declaration.kind == "again" and signed:
        first = Declaration.objects.filter(rollout=declaration.rollout, kind="first").first()
        known = partial(first, "signed_on") if first else None
        yield from ordered("declaration.again_before_first", known, signed, "/signed_on")


# Application: the file that asks for a certificate.


def blockers_to_apply(rollout: Rollout, day: date) -> Iterator[Blocker]:
    """What the day still lacks for sending an application. Source: reference 2.4 S16, T20."""
    yield from blockers_of_application_track(rollout)
    if not full_audits_held_on(day).filter(rollout=rollout).exists():
        yield Blocker("application.not_audited")
    count = _external_findings(rollout, findings_open_on(day)).count()
    if count:
        yield Blocker("application.nonconformity_open", {"count": count})


def blockers_of_application_track(rollout: Rollout) -> Iterator[Blocker]:
    """A declaration is signed, not applied for. Source: reference 1.3."""
    if rollout.track == DECLARATION:
        yield Blocker("application.wrong_track", {"track": rollout.track})


def blockers_of_application(application: Application) -> Iterator[Blocker]:
    """An application is sent after the audit. Source: reference 2.5."""
    sent = partial(application, "sent_on")
    yield from happened((sent, "/sent_on"), (application.returned_on, "/returned_on"))
    yield from ordered(
        "application.returned_before_sent", sent, application.returned_on, "/returned_on"
    )
    yield from within_life_of_holder(application.rollout, (sent, "/sent_on"))
    audits = application.rollout.audits.filter(kind="external", type__in=FULL_TYPES)
    days = [day for audit in audits if (day := first_day(audit))]
    if days:
        first = min(days, key=lambda day: day.start)
        yield from ordered("application.before_audit", first, sent, "/sent_on")
    yield from _blockers_of_verified(application, sent)


def _blockers_of_verified(application: Application, sent: PartialDate | None) -> Iterator[Blocker]:
    """Every major was verified before the file went out. Source: reference 2.4 S16, 2.5.

    Minors are usually verified at the next audit (reference 4).
    """
    accepted = FindingStep.objects.filter(
        kind=FindingStep.VERIFIED,
        reopened_on=None,
        on__isnull=False,
        finding__rollout=application.rollout_id,
        finding__source_kind="external",
        finding__grade="major",
    )
    if sent:
        accepted = accepted.exclude(finding__audit__counts_on__gt=sent.end)
    last = accepted.order_by("-on").first()
    if last:
        for blocker in ordered(
            "application.before_verification", partial(last, "on"), sent, "/sent_on"
        ):
            yield replace(blocker, irregular=True)


def blockers_to_send(application: Application) -> Iterator[Blocker]:
    """An application is sent once; when it came back, a new one is recorded."""
    if application.state == "sent":
        known = application.sent_on or application.counts_on
        yield Blocker("application.already_sent", {"day": known.isoformat() if known else "…"})
    if application.state == "returned":
        yield Blocker("application.returned")


# Status: suspended, restored, withdrawn, cancelled, reduced, paused, resumed.


def blockers_of_event(event: StatusEvent, *, strict: bool) -> Iterator[Blocker]:
    """What a change of status must follow. Source: reference 2.4 S20, T23-T28.

    `strict` asks for what should be on record before it, which old sources may not tell.
    """
    on = partial(event, "on")
    yield from happened((on, "/on"))
    yield from within_life_of_holder(event.rollout, (on, "/on"))
    for name in ("certificate", "declaration"):
        proof = getattr(event, name)
        if proof and proof.rollout_id != event.rollout_id:
            yield Blocker("status_event.proof_of_another_rollout", {}, f"/{name}")
        elif proof:
            column = "issued_on" if name == "certificate" else "signed_on"
            yield from ordered("status_event.before_proof", partial(proof, column), on, "/on")
    if strict:
        yield from _blockers_before_event(event, on.end if on else event.reported_by)


def _blockers_before_event(event: StatusEvent, day: date) -> Iterator[Blocker]:
    if event.kind in NEEDS_PROOF and not _proofs_on_record(event, day):
        yield Blocker("status_event.no_proof")
        return
    suspensions = suspended_on(day).filter(rollout=event.rollout)
    for name in ("certificate", "declaration"):
        proof = getattr(event, name)
        if proof:
            both_unnamed = suspensions.filter(certificate=None, declaration=None)
            suspensions = both_unnamed | suspensions.filter(**{name: proof})
    if event.kind == "restored" and not suspensions.exists():
        yield Blocker("status_event.not_suspended")
    if event.kind == "suspended" and suspensions.exists():
        yield Blocker("status_event.already_suspended")
    last = events_of_work_on(day).filter(rollout=event.rollout).first()
    if event.kind == "resumed" and not (last and last.kind == "paused"):
        yield Blocker("status_event.not_paused")
    if event.kind == "paused" and last and last.kind == "paused":
        yield Blocker("status_event.already_paused")


def _proofs_on_record(event: StatusEvent, day: date) -> bool:
    if event.certificate or event.declaration:
        return True
    known = (certificates_on(day), declarations_on(day))
    return any(proofs.filter(rollout=event.rollout).exists() for proofs in known)
