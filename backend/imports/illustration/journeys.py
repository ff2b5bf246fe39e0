"""Records one agency's journey through the same acts as the screens."""

from dataclasses import dataclass
from datetime import date, timedelta

from certificates.actions import issue_certificate, record_application, sign_declaration
from core.days import PartialDate, today
from documents.actions import approve_list, list_documents, record_promulgation, record_version
from documents.models import Document
from imports.illustration import audits, words
from imports.illustration.letters import TRANSITION_DAY, order_transition
from imports.illustration.numbers import PROVINCE
from imports.illustration.schedule import Days
from imports.illustration.scribe import PROVINCE_ISSUER, SCOPE, Scribe, head_of
from plans.actions import (
    open_rollout,
    record_appraisal,
    record_decision,
    record_plan,
    submit_plan,
)
from plans.models import Plan, Rollout

COUNCIL = "Hội đồng thẩm định của tỉnh"
AUTHORITY = "Tổng cục Tiêu chuẩn Đo lường Chất lượng"


@dataclass
class Journey:
    """What is told of one rollout; `days` says how far it came."""

    code: str
    track: str
    edition: str
    days: Days
    n_documents: int = 0
    findings: tuple[int, int, int] = (0, 3, 3)
    left_open: int = 0
    body: str = "QUACERT"
    full_audit: str = "stage2"
    decided_elsewhere: bool = False
    placeholders: bool = False
    undated: bool = False
    irregular: str = ""


def record_journey(scribe: Scribe, journey: Journey) -> Rollout:
    """Everything from the plan to the proof, as far as the days go."""
    days, code = journey.days, journey.code
    with scribe.told_on(days["started"]):
        rollout = open_rollout(
            scribe.agencies[code], edition=journey.edition, track=journey.track, by=scribe.by
        )
    _plan(scribe, journey, rollout)
    if journey.edition == "2000" and days.get("stage2", today()) > TRANSITION_DAY:
        order_transition(scribe, rollout)
    if "listed" in days and journey.n_documents:
        _documents(scribe, journey, rollout)
    if not journey.irregular:
        audits.record_internal(scribe, code, days.get("audited"), days.get("reviewed"))
    if "stage1" in days:
        audits.record_stage1(scribe, journey, rollout)
    if "stage2" in days:
        audits.record_full_audit(scribe, journey, rollout)
    if "applied" in days:
        _application(scribe, journey, rollout)
    if "proven" in days:
        _proof(scribe, journey, rollout)
    return rollout


def _plan(scribe: Scribe, journey: Journey, rollout: Rollout) -> None:
    days, code, random = journey.days, journey.code, scribe.random
    name = scribe.name(code, days["started"])
    scheme = journey.track == "state_certificate"
    with scribe.told_on(days["started"]):
        plan = record_plan(
            rollout,
            kind="de_an" if scheme else "ke_hoach",
            title=f"Xây dựng và áp dụng hệ thống quản lý chất lượng theo TCVN ISO 9001:"
            f"{journey.edition} tại {name}",
            owner_position=head_of(code),
            scope=SCOPE,
            started_on=days["started"],
            completed_on=days.get("completed"),
            budget_vnd=random.randrange(80, 320, 5) * 1_000_000,
            funding_source="Ngân sách địa phương",
            by=scribe.by,
        )
    _approval(scribe, journey, rollout, plan)


def _approval(scribe: Scribe, journey: Journey, rollout: Rollout, plan: Plan) -> None:
    """Submission, appraisal and decision, as far as the plan came."""
    days, code, random = journey.days, journey.code, scribe.random
    if "sent" in days:
        scheme = journey.track == "state_certificate"
        with scribe.told_on(days["sent"]):
            submit_plan(
                plan,
                number=scribe.numbers.of(code, "TTr", days["sent"]),
                sent_on=PartialDate(days["sent"]),
                sent_to=COUNCIL if scheme else "Sở Khoa học và Công nghệ",
                by=scribe.by,
            )
    if "met" in days:
        changed = random.random() < 0.3
        with scribe.told_on(days["met"]):
            record_appraisal(
                rollout,
                result="passed_with_changes" if changed else "passed",
                met_on=None if journey.undated else PartialDate(days["met"]),
                opinions=[random.choice(words.OPINIONS)] if changed else [],
                council=COUNCIL,
                irregular=words.MINUTES_LOST if journey.undated else "",
                by=scribe.by,
            )
    if "decided" in days and not journey.decided_elsewhere:
        own = "sent" not in days or code.startswith("XA-")
        issuer = scribe.name(code, days["decided"]) if own else PROVINCE_ISSUER
        decide(scribe, [rollout], code if own else PROVINCE, issuer, days["decided"])


def decide(
    scribe: Scribe, rollouts: list[Rollout], issuer_code: str, issuer: str, day: date
) -> None:
    """The decision that approves the plans of these rollouts."""
    fresh = Rollout.objects.filter(pk__in=[rollout.pk for rollout in rollouts])
    with scribe.told_on(day):
        record_decision(
            list(fresh),
            issuer=issuer,
            number=scribe.numbers.of(issuer_code, "QĐ", day),
            signed_on=PartialDate(day),
            document={
                "abstract": "V/v phê duyệt kế hoạch xây dựng và áp dụng hệ thống quản lý chất "
                "lượng theo TCVN ISO 9001",
                "signer_position": "KT. Chủ tịch, Phó Chủ tịch"
                if issuer_code == PROVINCE
                else head_of(issuer_code),
            },
            by=scribe.by,
        )


def _documents(scribe: Scribe, journey: Journey, rollout: Rollout) -> None:
    days, code = journey.days, journey.code
    listed = days["listed"]
    rows = words.procedures(code, journey.edition, journey.n_documents, scribe.random)
    counted: dict[str, int] = {}
    items = []
    for kind, field, title in rows:
        counted[kind] = counted.get(kind, 0) + 1
        number = (
            f"{kind} ({counted[kind]})" if journey.placeholders else f"{kind}-{counted[kind]:02d}"
        )
        items.append(
            {"code": number, "kind": kind, "listed_on": listed, "placeholder": journey.placeholders}
            | ({} if journey.placeholders else {"title": title, "field": field})
        )
    with scribe.told_on(listed):
        documents = list_documents(rollout, items, by=scribe.by)
        if not journey.placeholders and len(documents) % 3:
            approve_list(
                rollout,
                approved_on=PartialDate(listed),
                approver_position="Thủ trưởng cơ quan",
                by=scribe.by,
            )
    if "issued" in days:
        with scribe.told_on(days["issued"]):
            record_promulgation(
                rollout,
                documents=documents,
                number=scribe.numbers.of(code, "QĐ", days["issued"]),
                signed_on=PartialDate(days["issued"]),
                effective_on=days.get("effective"),
                by=scribe.by,
            )
    elif days["listed"] > today() - timedelta(days=600):
        _draft(scribe, rollout, documents, listed)


def _draft(scribe: Scribe, rollout: Rollout, documents: list[Document], listed: date) -> None:
    """Some documents are issued already, some are being written, the rest is only listed."""
    random, room = scribe.random, (today() - listed).days
    n_issued = round(len(documents) * random.choice([0, 0.2, 0.4, 0.6]))
    if n_issued and room > 20:
        day = listed + timedelta(days=room * 2 // 3)
        with scribe.told_on(day):
            record_promulgation(
                rollout,
                documents=documents[:n_issued],
                number=scribe.numbers.of(rollout.agency.code, "QĐ", day),
                signed_on=PartialDate(day),
                effective_on=day + timedelta(days=5),
                by=scribe.by,
            )
    for place, document in enumerate(documents[n_issued : n_issued + 5]):
        drafted = listed + timedelta(days=room * (place + 1) // 8)
        with scribe.told_on(drafted):
            record_version(
                document,
                drafted_on=drafted,
                reviewed_on=drafted + timedelta(days=room // 8) if place % 2 else None,
                approved_on=None,
                by=scribe.by,
            )


def _application(scribe: Scribe, journey: Journey, rollout: Rollout) -> None:
    day = journey.days["applied"]
    state = journey.track == "state_certificate"
    with scribe.told_on(day):
        record_application(
            rollout,
            addressee=AUTHORITY if state else scribe.bodies[journey.body].name,
            number=scribe.numbers.of(journey.code, "CV", day),
            sent_on=PartialDate(day),
            by=scribe.by,
        )


def _proof(scribe: Scribe, journey: Journey, rollout: Rollout) -> None:
    day, code = journey.days["proven"], journey.code
    with scribe.told_on(day):
        if journey.track == "declaration":
            sign_declaration(
                rollout,
                number=scribe.numbers.of(code, "CB", day),
                scope=SCOPE,
                signer=head_of(code),
                signed_on=PartialDate(day),
                posted_on=min(day + timedelta(days=3), today()),
                irregular=journey.irregular,
                by=scribe.by,
            )
            return
        state = journey.track == "state_certificate"
        issue_certificate(
            rollout,
            number=scribe.numbers.certificate("TĐC" if state else journey.body, day),
            issuer=AUTHORITY if state else scribe.bodies[journey.body].name,
            scope=SCOPE,
            issued_on=PartialDate(day),
            by=scribe.by,
        )
