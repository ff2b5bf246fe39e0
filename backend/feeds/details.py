"""What a feed record tells beside the stage: plan, approval, audit, scope, evidence, identifiers.

Each is asked once for a chunk of agencies.
"""

from collections import defaultdict
from dataclasses import dataclass, field
from datetime import date
from functools import cache
from typing import Any

from django.db.models import F, QuerySet

from agencies.models import AgencyIdentifier, valid_on
from audits.queries import audits_by_rollout
from certificates.models import Certificate, Declaration
from core.rawsql import answers, of_day
from documents.queries import listed_on
from evidence.models import EvidenceLink
from plans.models import DecisionRollout, Plan
from procedures.queries import needs_review_on
from progress.agencies import AgencyOnDay

Rows = dict[int, list[dict[str, Any]]]


@dataclass
class Details:
    """By rollout, but `identifiers` by agency and `scopes` by kind and id of the proof."""

    identifiers: Rows
    plans: dict[int, dict[str, Any]]
    approvals: dict[int, dict[str, Any]]
    audits: dict[int, dict[str, Any]]
    reviews: dict[int, int]
    scopes: dict[tuple[str, int], str]
    evidence: Rows = field(default_factory=dict)


def details_of(agencies: list[AgencyOnDay], day: date) -> Details:
    """The details of these agencies on the day; eight queries."""
    current = {agency.current.id: agency.current for agency in agencies if agency.current}
    rollouts = list(current)
    decisions = _decisions(rollouts, day)
    papers: dict[tuple[str, int], int] = {}
    for link in decisions:
        papers["decision", link["decision_id"]] = link["rollout_id"]
        papers["officialdocument", link["decision__document_id"]] = link["rollout_id"]
    for rollout in current.values():
        if rollout.proof_kind and rollout.proof_id:
            papers[rollout.proof_kind, rollout.proof_id] = rollout.id
    return Details(
        identifiers=_identifiers([agency.id for agency in agencies], day),
        plans=_plans(rollouts, day),
        approvals={link["rollout_id"]: _approval(link) for link in decisions},
        audits=_audits(rollouts, day),
        reviews=_reviews([a.listing.id for a in agencies if a.listing], day),
        scopes=_scopes(papers),
        evidence=_evidence(papers, day),
    )


def _identifiers(agencies: list[int], day: date) -> Rows:
    found: Rows = defaultdict(list)
    rows = AgencyIdentifier.objects.filter(valid_on(day), agency__in=agencies)
    for row in rows.order_by("scheme", "value"):
        found[row.agency_id].append({"scheme": row.scheme, "value": row.value})
    return found


def _plans(rollouts: list[int], day: date) -> dict[int, dict[str, Any]]:
    names = ("rollout_id", "kind", "title", "started_on", "completed_on", "completed_on_precision")
    rows = Plan.objects.filter(rollout__in=rollouts, counts_on__lte=day).values(*names)
    return {row.pop("rollout_id"): row for row in rows}


def _decisions(rollouts: list[int], day: date) -> list[dict[str, Any]]:
    """The decisions that approve, the latest last."""
    rows: QuerySet[Any] = DecisionRollout.objects.filter(
        rollout__in=rollouts, decision__kind="approve", decision__document__counts_on__lte=day
    )
    rows = rows.order_by("decision__document__counts_on", "decision_id")
    return list(
        rows.values(
            "rollout_id",
            "decision_id",
            "decision__document_id",
            number=F("decision__document__number"),
            signed_on=F("decision__document__signed_on"),
            signed_on_precision=F("decision__document__signed_on_precision"),
            issuer=F("decision__document__issuer"),
        )
    )


def _approval(link: dict[str, Any]) -> dict[str, Any]:
    return {name: link[name] for name in ("number", "signed_on", "signed_on_precision", "issuer")}


def _audits(rollouts: list[int], day: date) -> dict[int, dict[str, Any]]:
    return {
        pk: {
            "held_on": row["last_audit_on"],
            "body": row["last_audit_body"],
            "type": row["last_audit_type"],
        }
        for pk, row in audits_by_rollout(day, rollouts).items()
    }


def _reviews(rollouts: list[int], day: date) -> dict[int, int]:
    """How many documents of each list speak of a procedure that has changed since."""
    if not rollouts:
        return {}
    return dict(answers(_question_of_reviews(), day=day, rollouts=rollouts))


@cache
def _question_of_reviews() -> str:
    """SQL: how many of the listed documents of each of `rollouts` are to be reviewed."""

    def listed(day: date) -> QuerySet[Any]:
        return listed_on(day).filter(needs_review_on(day)).values("rollout_id")

    return f"""SELECT rollout_id, count(*) FROM ({of_day(listed)}) listed
      WHERE rollout_id = ANY(%(rollouts)s) GROUP BY rollout_id"""


def _scopes(papers: dict[tuple[str, int], int]) -> dict[tuple[str, int], str]:
    found: dict[tuple[str, int], str] = {}
    for kind, model in (("certificate", Certificate), ("declaration", Declaration)):
        ids = [pk for about, pk in papers if about == kind]
        told = model._default_manager.filter(pk__in=ids).values_list("pk", "scope")
        found |= {(kind, pk): scope for pk, scope in told}
    return found


def _evidence(papers: dict[tuple[str, int], int], day: date) -> Rows:
    """The files that prove the decision and the proof, those replaced since left out."""
    found: Rows = defaultdict(list)
    rows = EvidenceLink.objects.filter(
        about__in=sorted({about for about, _ in papers}),
        about_id__in=[pk for _, pk in papers],
        evidence__replaced_by=None,
        evidence__counts_on__lte=day,
    ).order_by("evidence_id")
    for about, pk, evidence, sha256 in rows.values_list(
        "about", "about_id", "evidence_id", "evidence__sha256"
    ):
        if rollout := papers.get((about, pk)):
            found[rollout].append({"id": evidence, "about": about, "sha256": sha256})
    return found
