"""The rows that the checks of data quality find: one function for each check."""

from collections.abc import Iterator
from datetime import date
from typing import Any

from django.db.models import CharField, Exists, F, OuterRef, Q, QuerySet, Subquery
from django.db.models.functions import Cast, Coalesce

from accounts.models import User
from agencies.models import Agency, Succession
from agencies.queries import agencies_in_scope_on
from audits.models import Audit, Finding
from audits.queries import audits_held_on, findings_raised_on
from certificates.models import Certificate, Declaration
from certificates.queries import certificates_on, declarations_on
from core.facts import SpanEnd
from documents.models import Document, DocumentVersion
from documents.queries import listed_on
from plans.models import Decision, OfficialDocument, Rollout, RolloutHolder
from plans.queries import rollouts_existing_on, transitions_on
from progress.agencies import any_fact_on
from standards.models import EditionDate
from standards.queries import policy_on


def double_numbers(day: date) -> QuerySet[OfficialDocument]:
    """Official documents of one number and year whose issuers are spelled alike."""
    same = OfficialDocument.objects.filter(
        number_key=OuterRef("number_key"), year=OuterRef("year"), counts_on__lte=day
    ).exclude(pk=OuterRef("pk"))
    near = Q(issuer_key__startswith=OuterRef("issuer_key")) | Q(
        issuer_agency=OuterRef("issuer_agency")
    )
    own = Cast(OuterRef("issuer_key"), CharField())
    contained = same.annotate(_own=own).filter(_own__startswith=F("issuer_key"))
    alike = Q(Exists(same.filter(near))) | Q(Exists(contained))
    return OfficialDocument.objects.filter(alike, counts_on__lte=day)


def findings_without_due_day(day: date) -> QuerySet[Finding]:
    """Nonconformities without any day by which they were to be corrected."""
    return findings_raised_on(day).filter(grade__in=["major", "minor"], due_on=None)


def certificates_too_long(day: date) -> QuerySet[Certificate]:
    """Certificates printed to last longer than the months of the policy."""
    months = policy_on(day).months("certificate.validity")
    start = Coalesce("valid_from", "issued_on")
    rows = certificates_on(day).annotate(_start=start).filter(_start__isnull=False)
    return rows.extra(  # no expression adds months as the calendar does
        where=["valid_to > coalesce(valid_from, issued_on) + %s * interval '1 month'"],
        params=[months],
    )


def beyond_the_list(day: date) -> Iterator[tuple[QuerySet[Any], str, str]]:
    """Versions issued before their document was listed, documents beside their own placeholders."""
    listed = SpanEnd(F("document__listed_on"), F("document__listed_on_precision"))
    early = DocumentVersion.objects.filter(counts_on__lte=day, issued_on__lt=listed)
    yield early, "document__rollout__agency_id", "document__code"
    standing = listed_on(day).filter(
        rollout=OuterRef("rollout"), kind=OuterRef("kind"), placeholder=True
    )
    beside: QuerySet[Document] = listed_on(day).filter(Exists(standing), placeholder=False)
    yield beside, "rollout__agency_id", "code"


def audits_without_body(day: date) -> QuerySet[Audit]:
    """External audits held by nobody knows whom."""
    return audits_held_on(day).filter(kind="external", body=None)


def decisions_without_day(day: date) -> QuerySet[Decision]:
    """Decisions whose document bears no day."""
    return Decision.objects.filter(document__signed_on=None, document__counts_on__lte=day)


def declarations_without_signer(day: date) -> QuerySet[Declaration]:
    """Declarations of which it is not said who signed them."""
    return declarations_on(day).filter(signer="")


def two_proofs_on_a_day(day: date) -> Iterator[QuerySet[Any]]:
    """Certificates and declarations that share their day with another proof of the rollout."""
    for rows, others in (
        (certificates_on(day), declarations_on(day)),
        (declarations_on(day), certificates_on(day)),
    ):
        here = {"rollout": OuterRef("rollout"), "counts_on": OuterRef("counts_on")}
        own = rows.filter(**here).exclude(pk=OuterRef("pk"))
        yield rows.filter(Q(Exists(own)) | Q(Exists(others.filter(**here))))


def rollouts_past_edition(day: date) -> QuerySet[Rollout]:
    """Rollouts without a proof that still work to an edition which is void on their track."""
    ordered = transitions_on(day).filter(rollout=OuterRef("pk"))
    latest = ordered.order_by("-directive__document__counts_on", "-directive_id")
    edition = Coalesce(
        Subquery(latest.values("directive__transition_to_id")[:1], output_field=CharField()),
        F("edition_id"),
        output_field=CharField(),
    )
    void = EditionDate.objects.filter(
        edition=OuterRef("_edition"), track=OuterRef("track"), what="void", on__lte=day
    )
    proven = [proofs.filter(rollout=OuterRef("pk")) for proofs in
              (certificates_on(day), declarations_on(day))]  # fmt: skip
    return (
        rollouts_existing_on(day)
        .annotate(_edition=edition)
        .filter(Exists(void), *[~Exists(proofs) for proofs in proven])
    )


def rollouts_with_placeholders(day: date) -> QuerySet[Rollout]:
    """Rollouts whose list is a number read in a source, not the titles."""
    placeholders = listed_on(day).filter(rollout=OuterRef("pk"), placeholder=True)
    return rollouts_existing_on(day).filter(Exists(placeholders))


def agencies_without_accounts(day: date) -> QuerySet[Agency]:
    """Agencies in scope of which nobody can sign in."""
    theirs = User.objects.filter(agency=OuterRef("pk"), is_active=True)
    return agencies_in_scope_on(day).filter(~Exists(theirs))


def agencies_without_data(day: date) -> QuerySet[Agency]:
    """Agencies in scope of which nothing is on record: no rollout, no fact of any kind."""
    held = RolloutHolder.objects.filter(
        Q(held_from=None) | Q(held_from__lte=day),
        agency=OuterRef("pk"),
        rollout__opened_on__lte=day,
    )
    return agencies_in_scope_on(day).filter(~Exists(held)).exclude(any_fact_on(day))


def heirs_to_declare(day: date) -> QuerySet[Agency]:
    """Agencies in scope whose predecessor had a proof and that have none of their own yet."""
    before = Rollout.objects.filter(
        Q(certificates__counts_on__lte=day) | Q(declarations__counts_on__lte=day),
        agency=OuterRef("predecessor"),
    )
    inherited = Succession.objects.filter(
        Exists(before), successor=OuterRef("pk"), effective_on__lte=day,
        kind__in=["merge", "split", "rename"],
    )  # fmt: skip
    own = [proofs.filter(rollout__agency=OuterRef("pk")) for proofs in
           (certificates_on(day), declarations_on(day))]  # fmt: skip
    return agencies_in_scope_on(day).filter(Exists(inherited), *[~Exists(proofs) for proofs in own])
