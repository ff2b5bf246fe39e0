"""Putting audits and findings on record: rules, then rows. Called inside an open act."""

from collections.abc import Iterable, Sequence
from datetime import date, timedelta
from typing import Any

from agencies.models import Agency
from audits import clause_rules, effect_rules, rules
from audits.models import Audit, CorrectiveAction, Finding, FindingStep
from audits.warnings import warnings_of_audit
from core.days import PartialDate, columns, today
from core.provenance import Provenance
from core.rules import Blocker, refuse
from plans.models import Rollout
from plans.queries import edition_on, holder_on
from plans.records import reach_back
from standards.queries import clauses_known, policy_on

Rows = Iterable[dict[str, Any]]


def put_audit(
    *,
    kind: str,
    told: Provenance,
    rollout: Rollout | None = None,
    agency: Agency | None = None,
    edition: str | None = None,
    **given: Any,
) -> Audit:
    """An audit or inspection; `from_on` and `to_on` are partial dates or None.

    External ones name their rollout, the others their agency. Without an edition, an external
    audit is to the one that the rollout works to on its day.
    """
    dates = {name: given.pop(name, None) for name in ("from_on", "to_on")}
    held = dates["to_on"] or dates["from_on"]
    last = held.end if isinstance(held, PartialDate) else held or told.reported_by
    if rollout is not None:
        agency = holder_on(rollout, last)
        if kind == "external" and edition is None:
            edition = edition_on(rollout, last)
    audit = Audit(
        kind=kind,
        rollout=rollout,
        agency=agency,
        edition_id=edition,
        **given,
        **columns(**dates),
        **told.columns(),
    )
    refuse(
        rules.blockers_of_audit(audit),
        irregular=told.irregular,
        warnings=warnings_of_audit(audit, today()),
    )
    audit.save()
    _counted(audit)
    return audit


def put_result(audit: Audit, changes: dict[str, Any]) -> Audit:
    """What an audit came to: its report, its recommendation, its days if it was only planned."""
    for name, value in changes.items():
        setattr(audit, name, value)
    refuse(rules.blockers_of_audit(audit), irregular=audit.irregular)
    if changes:
        audit.save(update_fields=list(changes))
        _counted(audit)
    return audit


def put_findings(
    audit: Audit, rows: Rows, *, told: Provenance, strict: bool = False
) -> list[list[Finding]]:
    """The findings of an audit, for each row a list of as many as its `count` says.

    A row holds `grade` and what is known of: count, code, clause, unit, document, description,
    raised_on (partial; default the audit's last day), due_on, repeat_of_id, days_early, note.
    With `strict` (the screens) an unknown due day follows from the grade.
    """
    given = list(rows)
    named = any(row.get("clause") for row in given)
    known = clauses_known([audit.edition_id] if audit.edition_id else None) if named else set()
    made: list[list[Finding]] = []
    reasons: list[Blocker] = list(rules.blockers_to_raise(audit))
    for index, row in enumerate(given):
        row = dict(row)
        count = row.pop("count", None) or 1
        group = [_finding(audit, row, told, strict) for _ in range(count)]
        reasons += rules.blockers_of_finding(group[0], f"/findings/{index}", known)
        made.append(group)
    refuse(reasons, irregular=told.irregular)
    Finding.objects.bulk_create([finding for group in made for finding in group])
    return made


def _finding(audit: Audit, row: dict[str, Any], told: Provenance, strict: bool) -> Finding:
    raised = row.get("raised_on") or rules.last_day(audit)
    due = row.get("due_on")
    if due is None and strict:
        due = _usual_due_day(row["grade"], raised)
    texts = ("code", "clause", "unit", "description", "note")
    return Finding(
        audit=audit,
        agency_id=audit.agency_id,
        rollout_id=audit.rollout_id,
        source_kind=audit.kind,
        grade=row["grade"],
        due_on=due,
        document=row.get("document"),
        repeat_of_id=row.get("repeat_of_id"),
        days_early_reported=row.get("days_early"),
        **{name: row[name] for name in texts if row.get(name)},
        **columns(raised_on=raised),
        **told.columns(),
    )


def _usual_due_day(grade: str, raised: PartialDate | date | None) -> date | None:
    """So many days after it was raised as the policy of that day gives the grade."""
    known = PartialDate(raised) if isinstance(raised, date) else raised
    day = known.end if known else today()
    if grade not in ("major", "minor"):
        return None
    days = policy_on(day).days(f"finding.due_days.{grade}")
    return day + timedelta(days=days) if days is not None else None


def put_completion(
    findings: Sequence[Finding],
    *,
    completed_on: PartialDate | None,
    told: Provenance,
    cause: str = "",
    cause_category: str = "",
    note: str = "",
    strict: bool = False,
) -> list[FindingStep]:
    """The agency has corrected these nonconformities; without a day, by the day of the source."""
    known = _steps_of(findings)
    reasons = [
        b
        for f in findings
        for b in rules.blockers_to_close(f, known[f.pk], completed_on, cause, strict=strict)
    ]
    if strict and not told.source:  # an old source may not tell the clause and the category
        reasons += [b for f in findings for b in clause_rules.blockers_of_major(f, cause_category)]
    refuse(reasons, irregular=told.irregular)
    return _put(
        findings, FindingStep.COMPLETED, completed_on, told,
        cause=cause, cause_category=cause_category, note=note,
    )  # fmt: skip


def put_check(
    finding: Finding,
    *,
    checked_on: PartialDate,
    effective: bool,
    told: Provenance,
    checked_by: str = "",
    why: str = "",
    note: str = "",
    also: Iterable[Blocker] = (),
) -> FindingStep:
    """Somebody looked, a while after the correction, whether it had helped."""
    steps = _steps_of([finding])[finding.pk]
    reasons = effect_rules.blockers_to_check(finding, steps, checked_on)
    refuse([*also, *reasons], irregular=told.irregular)
    return _put(
        [finding], FindingStep.EFFECTIVE, checked_on, told,
        effective=effective, verified_by=checked_by, explanation=why, note=note,
    )[0]  # fmt: skip


def put_verification(
    findings: Sequence[Finding],
    *,
    verified_on: PartialDate | None,
    told: Provenance,
    verified_by: str = "",
    note: str = "",
    strict: bool = False,
    also: Iterable[Blocker] = (),
) -> list[FindingStep]:
    """The auditor has accepted these corrections; `also` are further reasons to refuse it."""
    known = _steps_of(findings)
    reasons = (
        b
        for f in findings
        for b in rules.blockers_to_verify(f, known[f.pk], verified_on, strict=strict)
    )
    refuse([*also, *reasons], irregular=told.irregular)
    return _put(
        findings, FindingStep.VERIFIED, verified_on, told, verified_by=verified_by, note=note
    )


def put_disposition(
    findings: Sequence[Finding],
    *,
    disposition: str,
    told: Provenance,
    why: str = "",
    on: PartialDate | None = None,
    note: str = "",
    strict: bool = False,
) -> list[FindingStep]:
    """What became of these observations: done, or not done and why."""
    known = _steps_of(findings)
    reasons = (
        b
        for f in findings
        for b in rules.blockers_to_dispose(f, known[f.pk], disposition, why, strict=strict)
    )
    refuse(reasons, irregular=told.irregular)
    return _put(
        findings,
        FindingStep.DISPOSED,
        on,
        told,
        disposition=disposition,
        explanation=why,
        note=note,
    )


def put_extension(
    findings: Sequence[Finding],
    *,
    due_on: date,
    told: Provenance,
    why: str = "",
    approved_by: str = "",
    on: PartialDate | None = None,
) -> list[FindingStep]:
    """Another due day for these findings, granted on a day."""
    known = _steps_of(findings)
    reasons = (b for f in findings for b in rules.blockers_to_extend(f, known[f.pk], due_on))
    refuse(reasons, irregular=told.irregular)
    return _put(
        findings,
        FindingStep.EXTENDED,
        on,
        told,
        due_on=due_on,
        explanation=why,
        approved_by=approved_by,
    )


def put_reopening(finding: Finding, *, on: date, why: str) -> None:
    """End the standing steps of a finding: it is open again from the day, what was is kept."""
    refuse(rules.blockers_to_reopen(finding, _steps_of([finding])[finding.pk]))
    ending = FindingStep.objects.filter(finding=finding, reopened_on=None)
    ending.exclude(kind=FindingStep.EXTENDED).update(reopened_on=on, reopen_reason=why)


def put_action(finding: Finding, *, what: str, told: Provenance, **given: Any) -> CorrectiveAction:
    """What is to be done about a finding, by whom, until when."""
    action = CorrectiveAction(finding=finding, what=what, **given, **told.columns())
    refuse(rules.blockers_of_action(action), irregular=told.irregular)
    action.save()
    return action


def _put(
    findings: Sequence[Finding],
    kind: str,
    on: PartialDate | date | None,
    told: Provenance,
    **given: Any,
) -> list[FindingStep]:
    return FindingStep.objects.bulk_create(
        FindingStep(finding=finding, kind=kind, **columns(on=on), **given, **told.columns())
        for finding in findings
    )


def _steps_of(findings: Sequence[Finding]) -> dict[int, list[FindingStep]]:
    """The steps of each finding, in one query."""
    known: dict[int, list[FindingStep]] = {finding.pk: [] for finding in findings}
    for step in FindingStep.objects.filter(finding__in=list(known)):
        known[step.finding_id].append(step)
    return known


def _counted(audit: Audit) -> None:
    """Read the day from which the database counts the audit; its rollout reaches back to it."""
    audit.refresh_from_db(fields=["counts_on"])
    if audit.rollout and audit.kind == "external":
        reach_back(audit.rollout, audit.counts_on)
