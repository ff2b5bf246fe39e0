"""The blocks of a case, in the order of an agency's journey; each becomes facts or is left out.

A block whose days are all null counts as done, known by the day its source was published; a
submission and an application count only with a day or when said to be sent. Source: contract 6.
"""

from typing import TYPE_CHECKING, Any

from audits.models import Finding
from audits.records import (
    put_audit,
    put_completion,
    put_disposition,
    put_findings,
    put_verification,
)
from certificates.records import (
    put_application,
    put_certificate,
    put_declaration,
    put_status_event,
)
from core.provenance import Provenance
from core.text import nfc
from documents.records import put_items, put_placeholders, put_promulgation
from maintenance.records import put_review, put_training, put_year
from plans.models import Rollout
from plans.records import (
    put_appraisal,
    put_decision,
    put_directive,
    put_official_document,
    put_plan,
    put_submission,
    put_task,
)
from standards.models import CertificationBody
from standards.queries import body_named

if TYPE_CHECKING:
    from imports.case import Case


def load_blocks(case: "Case", rollout: Rollout) -> None:
    """Every block of the case under its rollout."""
    _plan_and_approval(case, rollout)
    _directives(case, rollout)
    _documents(case, rollout)
    _yearly_loop(case)
    _audits(case, rollout)
    _proofs(case, rollout)


def known(block: dict[str, Any], *names: str) -> dict[str, Any]:
    """What a block says of these keys; unknown ones are left to the record's own defaults."""
    return {name: block[name] for name in names if block.get(name) is not None}


def _plan_and_approval(case: "Case", rollout: Rollout) -> None:
    plan = None
    if given := case.data.get("plan"):
        with case.block("plan", given) as told:
            plan = put_plan(
                rollout,
                told=told,
                kind=given.get("kind") or "de_an",
                **known(
                    given,
                    "title",
                    "owner_name",
                    "owner_position",
                    "scope",
                    "objectives",
                    "started_on",
                    "completed_on",
                ),
            )
            case.counts["plans"] += 1
    given = case.data.get("submission")
    if given and plan and (given.get("sent_on") or given.get("state") == "sent"):
        with case.block("submission", given) as told:
            put_submission(
                plan,
                told=told,
                number=given.get("number") or "",
                sent_on=given.get("sent_on"),
                **known(given, "sent_to"),
            )
            case.counts["submissions"] += 1
    if given := case.data.get("appraisal"):
        if not given.get("result"):
            case.flags.add("missing_date")
        else:
            with case.block("appraisal", given) as told:
                put_appraisal(
                    rollout,
                    told=told,
                    result=given["result"],
                    met_on=given.get("met_on"),
                    opinions=given.get("opinions") or [],
                    **known(given, "council"),
                )
                case.counts["appraisals"] += 1
                _undated(case, given.get("met_on"))
    if given := case.data.get("decision"):
        with case.block("decision", given) as told:
            paper = _paper(case, given, told, "decision")
            put_decision(paper, [rollout], told=told)
            case.counts["decisions"] += 1


def _paper(case: "Case", given: dict[str, Any], told: Provenance, what: str) -> Any:
    """The official document that a decision or a directive refers to."""
    _undated(case, given.get("signed_on"))
    return put_official_document(
        issuer=given.get("issuer") or "UBND tỉnh",
        number=given.get("number") or f"({what} {case.agency.code} {case.told.reported_by})",
        signed_on=given.get("signed_on"),
        told=told,
        **known(given, "signer", "effective_on"),
    )


def _directives(case: "Case", rollout: Rollout) -> None:
    for index, given in enumerate(case.data.get("directives") or []):
        with case.block(f"directives/{index}", given) as told:
            before, after = given.get("orders_transition") or (None, None)
            directive = put_directive(
                _paper(case, given, told, "directive"),
                told=told,
                kind=given.get("kind") or "letter",
                transition_from=before,
                transition_to=after,
            )
            put_task(directive, case.agency, rollout=rollout)
            case.counts["directives"] += 1


def _documents(case: "Case", rollout: Rollout) -> None:
    given = case.data.get("documents")
    if given:
        with case.block("documents", given) as told:
            as_of = given.get("as_of") or told.reported_by
            items = given.get("items") or []
            lines = [_line(item, index) for index, item in enumerate(items)]
            put_items(rollout, lines, as_of=as_of, told=told, at="/items")
            case.counts["documents"] += len(lines)
            if not items:
                for kind, count in (given.get("by_kind") or {}).items():
                    if count:
                        put_placeholders(rollout, kind=kind, count=count, as_of=as_of, told=told)
                        case.counts["documents"] += count
                        case.flags.add("missing_list")
            elif given.get("by_kind") and _counted(items) != _said(given["by_kind"]):
                case.flags.add("count_mismatch")
    if given := case.data.get("promulgation"):
        with case.block("promulgation", given) as told:
            put_promulgation(
                rollout,
                told=told,
                number=given.get("number") or "",
                signed_on=given.get("signed_on"),
                effective_on=given.get("effective_on"),
            )
            case.counts["promulgations"] += 1


def _line(item: dict[str, Any], index: int) -> dict[str, Any]:
    return {
        "code": item.get("code") or f"{item['kind']}-{index + 1:02d}",
        **known(
            item,
            "title",
            "kind",
            "unit",
            "listed_on",
            "drafted_on",
            "reviewed_on",
            "approved_on",
            "effective_on",
            "withdrawn_on",
        ),
    }


def _counted(items: list[dict[str, Any]]) -> dict[str, int]:
    kinds = [item["kind"] for item in items]
    return {kind: kinds.count(kind) for kind in set(kinds)}


def _said(by_kind: dict[str, int]) -> dict[str, int]:
    return {kind: count for kind, count in by_kind.items() if count}


def _yearly_loop(case: "Case") -> None:
    agency = case.agency
    for index, given in enumerate(case.data.get("trainings") or []):
        with case.block(f"trainings/{index}", given) as told:
            put_training(
                agency,
                told=told,
                topic=given.get("topic") or "awareness",
                **known(given, "held_on", "participants"),
            )
            case.counts["trainings"] += 1
    for index, given in enumerate(case.data.get("internal_audits") or []):
        with case.block(f"internal_audits/{index}", given) as told:
            put_audit(
                kind="internal",
                agency=agency,
                told=told,
                from_on=given.get("from"),
                to_on=given.get("to"),
            )
            case.counts["internal_audits"] += 1
    for index, given in enumerate(case.data.get("management_reviews") or []):
        with case.block(f"management_reviews/{index}", given) as told:
            put_review(agency, told=told, **known(given, "held_on", "chair"))
            case.counts["management_reviews"] += 1
    for index, given in enumerate(case.data.get("maintenance_years") or []):
        with case.block(f"maintenance_years/{index}", given) as told:
            put_year(
                agency,
                told=told,
                year=given["year"],
                plan=given.get("plan") or {},
                objectives=[{"text": text} for text in given.get("objectives") or []],
                **known(given, "board_renewed_on", "report_sent_on"),
            )
            case.counts["maintenance_years"] += 1
    for index, given in enumerate(case.data.get("inspections") or []):
        with case.block(f"inspections/{index}", given) as told:
            put_audit(
                kind="inspection",
                agency=agency,
                told=told,
                from_on=given.get("on"),
                to_on=given.get("on"),
                **known(given, "result", "conclusions"),
            )
            case.counts["inspections"] += 1


def _audits(case: "Case", rollout: Rollout) -> None:
    for index, given in enumerate(case.data.get("external_audits") or []):
        with case.block(f"external_audits/{index}", given) as told:
            audit = put_audit(
                kind="external",
                rollout=rollout,
                told=told,
                body=_body(given.get("body")),
                edition=given.get("edition"),
                type=given.get("type") or "",
                from_on=given.get("from"),
                to_on=given.get("to"),
                **known(given, "report_number"),
            )
            case.counts["external_audits"] += 1
            rows = given.get("findings") or []
            groups = put_findings(audit, rows, told=told)
            for row, findings in zip(rows, groups, strict=True):
                case.counts["findings"] += len(findings)
                _what_became(case, row, findings, told)


def _what_became(
    case: "Case", row: dict[str, Any], findings: list[Finding], told: Provenance
) -> None:
    """Completion, verification and disposition as far as the source says them."""
    completed_on, verified_on = row.get("completed_on"), row.get("verified_on")
    finished = completed_on or verified_on or row.get("days_early") is not None
    if row["grade"] == "observation":
        if row.get("disposition") or finished:
            put_disposition(
                findings,
                disposition=row.get("disposition") or "done",
                told=told,
                on=completed_on or verified_on,
            )
        return
    if finished:
        put_completion(findings, completed_on=completed_on, told=told, cause=row.get("cause") or "")
        _undated(case, completed_on)
    if verified_on:
        put_verification(findings, verified_on=verified_on, told=told)


def _body(text: str | None) -> CertificationBody | None:
    """The certification body a source names; one not yet in the catalogue enters it unconfirmed."""
    if not text:
        return None
    found = body_named(text)
    if found is None:
        found = CertificationBody.objects.create(code=nfc(text)[:40], name=nfc(text))
    return found


def _proofs(case: "Case", rollout: Rollout) -> None:
    if given := case.data.get("application"):
        with case.block("application", given) as told:
            state = given.get("state") or ("sent" if given.get("sent_on") else "being_prepared")
            put_application(
                rollout,
                told=told,
                state=state,
                sent_on=given.get("sent_on"),
                strict=False,
                **known(given, "addressee", "number"),
            )
            case.counts["applications"] += 1
    for index, given in enumerate(case.data.get("certificates") or []):
        with case.block(f"certificates/{index}", given) as told:
            put_certificate(
                rollout,
                told=told,
                strict=False,
                number=given.get("number") or "",
                issuer=given.get("issuer") or "",
                edition=_edition(given, rollout),
                **known(given, "scope", "issued_on", "valid_from", "valid_to"),
            )
            case.counts["certificates"] += 1
    for index, given in enumerate(case.data.get("declarations") or []):
        with case.block(f"declarations/{index}", given) as told:
            put_declaration(
                rollout,
                told=told,
                strict=False,
                number=given.get("number") or "",
                edition=_edition(given, rollout),
                kind=given.get("kind") or "first",
                **known(given, "scope", "signer", "signed_on", "posted_on"),
            )
            case.counts["declarations"] += 1
    for index, given in enumerate(case.data.get("status_events") or []):
        with case.block(f"status_events/{index}", given) as told:
            put_status_event(
                rollout,
                told=told,
                strict=False,
                kind=given["kind"],
                on=given.get("on"),
                cause=given.get("reason") or "",
            )
            case.counts["status_events"] += 1


def _edition(given: dict[str, Any], rollout: Rollout) -> str:
    return str(given.get("edition") or rollout.edition_id)


def _undated(case: "Case", day: Any) -> None:
    if day is None:
        case.flags.add("missing_date")
