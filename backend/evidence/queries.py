"""Evidence within a reader's scope, and the records that files may prove."""

from datetime import date
from typing import Any

from django.db.models import Exists, Model, OuterRef, Q, QuerySet

from acts.permissions import AT_HOME, Actor
from acts.trail import tracked_models
from agencies.models import Agency, Ancestry
from agencies.queries import PROVINCE, visible_to
from core.facts import with_names
from evidence.contents import IMAGES, PDF
from evidence.models import Evidence, EvidenceLink

# The province's own papers, which everybody signed in reads: their scans too.
PAPERS = ["officialdocument", "decision", "directive"]
# What may be the signed original of a paper; an editable text is none.
SCANS = [PDF, *IMAGES]


def evidence_seen_by(user: Actor) -> QuerySet[Evidence]:
    """Evidence of the agencies that this user sees, and scans of the province's papers.

    A condition of the query, for lists, details and downloads alike.
    """
    rows = with_names(Evidence.objects.select_related("agency"))
    if user.role not in AT_HOME:
        return rows
    paper = EvidenceLink.objects.filter(evidence=OuterRef("pk"), about__in=PAPERS)
    of_province = Q(agency__code=PROVINCE) & Q(Exists(paper))
    mine = visible_to(user, Evidence.objects.all(), "agency_id").values("pk")
    return rows.filter(Q(pk__in=mine) | of_province)


def evidence_on(day: date, user: Actor) -> QuerySet[Evidence]:
    """Evidence that this user sees and that counts by the day, with its successor and links."""
    rows = evidence_seen_by(user).filter(counts_on__lte=day)
    return rows.select_related("replaced_by").prefetch_related("links")


def current() -> Q:
    """Condition: no newer version has taken its place."""
    return Q(replaced_by=None)


def proving(record: Model, user: Actor) -> QuerySet[Evidence]:
    """The current files of one record that this user sees, oldest first."""
    about = {"links__about": record._meta.model_name, "links__about_id": record.pk}
    return evidence_seen_by(user).filter(current(), **about).order_by("pk")


def scanned(about: str, column: str) -> Exists:
    """Condition of a row: a scan is attached to the record of this kind that the row names.

    `column` leads from the row to that record's id. Only PDF and images are scans of a signed
    paper; any version counts, since a replaced scan has a newer one.
    """
    links = EvidenceLink.objects.filter(
        about=about, about_id=OuterRef(column), evidence__media_type__in=SCANS
    )
    return Exists(links)


def scanned_sql(about: str, column: str) -> str:
    """SQL condition, the twin of `scanned`; `column` is the id in the row. No parameters."""
    scans = ", ".join(f"'{media_type}'" for media_type in SCANS)
    return f"""EXISTS (SELECT FROM evidence_evidencelink proof
      JOIN evidence_evidence file ON file.id = proof.evidence_id
      WHERE proof.about = '{about}' AND proof.about_id = {column}
        AND file.media_type IN ({scans}))"""


def versions_of(evidence: Evidence) -> list[Evidence]:
    """Every version of the same paper, oldest first; one query for each step of the chain."""
    first = evidence
    while first.replaces is not None:
        first = first.replaces
    chain = [first]
    while True:
        following = Evidence.objects.filter(replaces=chain[-1]).first()
        if following is None:
            return chain
        chain.append(following)


def provable() -> dict[str, type[Model]]:
    """Kinds of record that files may prove, by the name that the trail uses."""
    return {
        str(model._meta.model_name): model
        for model in tracked_models()
        if hasattr(model, "root") and model is not Evidence
    }


def record_named(text: str, user: Actor) -> Any:
    """The record of `finding:12` if it exists and this user sees it, else None."""
    name, _, key = text.partition(":")
    if name not in provable() or not (key.isascii() and key.isdecimal()) or len(key) > 18:
        return None
    record: Any = provable()[name]._default_manager.filter(pk=int(key)).first()
    if record is not None and user.role in AT_HOME and name not in PAPERS:
        home = record.home_agency_id
        if home is None or home not in {user.agency_id, *user.predecessor_ids()}:
            return None
    return record


def of_one_line(agency_id: int) -> set[int]:
    """The agency, those it came from, those that came from it, and the province."""
    before = Ancestry.objects.filter(agency=agency_id).values_list("predecessor_id", flat=True)
    after = Ancestry.objects.filter(predecessor=agency_id).values_list("agency_id", flat=True)
    province = Agency.objects.filter(code=PROVINCE).values_list("pk", flat=True)
    return {agency_id, *before.union(after, province)}


def province_id() -> int | None:
    """The id of the province's own body."""
    return Agency.objects.filter(code=PROVINCE).values_list("pk", flat=True).first()
