"""The acts of auditing and correcting; each passes the gate once."""

from collections.abc import Sequence
from datetime import date
from typing import Any

from acts.facts import told_by
from acts.gate import acting, needs_reason
from acts.permissions import Actor
from agencies.models import Agency
from audits import effect_rules, records, rules
from audits.models import Audit, CorrectiveAction, Finding, FindingStep
from core.days import PartialDate, columns, today
from core.rules import Malformed, refuse
from plans.models import Rollout

VERBS = {
    "external": "audit.record",
    "internal": "internal_audit.record",
    "inspection": "inspection.record",
}
Rows = Sequence[dict[str, Any]]


def record_audit(
    *,
    kind: str,
    rollout: Rollout | None = None,
    agency: Agency | None = None,
    findings: Rows = (),
    reason: str = "",
    irregular: str = "",
    by: Actor,
    **given: Any,
) -> Audit:
    """Record an external audit, an internal one or an inspection, with what it found."""
    if kind == "external" and rollout is None:
        raise Malformed(("/rollout", "required", {}))
    if rollout is not None:
        on: Any = rollout.root()
    elif agency is not None:
        on = Agency.objects.filter(pk=agency.pk)
    else:
        raise Malformed(("/agency", "required", {}))
    with acting(VERBS[kind], by=by, on=on, reason=reason) as locked:
        told = told_by(by, irregular)
        audit = records.put_audit(
            kind=kind,
            told=told,
            agency=agency,
            rollout=locked if isinstance(locked, Rollout) else None,
            **given,
        )
        if findings:
            records.put_findings(audit, findings, told=told, strict=True)
        return audit


def record_result(
    audit: Audit,
    *,
    findings: Rows = (),
    from_on: PartialDate | None = None,
    to_on: PartialDate | None = None,
    reason: str = "",
    irregular: str = "",
    by: Actor,
    **given: Any,
) -> Audit:
    """Record the report of an audit and its findings, in one act."""
    days = {name: day for name, day in (("from_on", from_on), ("to_on", to_on)) if day}
    with acting("audit.record_result", by=by, on=audit.root(), reason=reason):
        told = told_by(by, irregular)
        current = Audit.objects.get(pk=audit.pk)
        if irregular:
            given["irregular"] = irregular
        records.put_result(current, {**given, **columns(**days)})
        records.put_findings(current, findings, told=told, strict=True)
        return current


def raise_finding(
    audit: Audit, *, reason: str = "", irregular: str = "", by: Actor, **row: Any
) -> Finding:
    """Record one more finding of an audit; with `count`, that many, the first is returned."""
    with acting("finding.raise", by=by, on=audit.root(), reason=reason):
        made = records.put_findings(audit, [row], told=told_by(by, irregular), strict=True)
        return made[0][0]


def close_finding(
    finding: Finding,
    *,
    completed_on: PartialDate | None = None,
    cause: str = "",
    cause_category: str = "",
    note: str = "",
    reason: str = "",
    irregular: str = "",
    by: Actor,
) -> FindingStep:
    """The agency says that it has finished correcting; the auditor verifies later."""
    with acting("finding.close", by=by, on=finding.root(), reason=reason):
        return records.put_completion(
            [_fresh(finding)],
            completed_on=completed_on or PartialDate(today()),
            cause=cause,
            cause_category=cause_category,
            note=note,
            told=told_by(by, irregular),
            strict=True,
        )[0]


def verify_finding(
    finding: Finding,
    *,
    verified_on: PartialDate | None = None,
    verified_by: str = "",
    note: str = "",
    reason: str = "",
    irregular: str = "",
    by: Actor,
) -> FindingStep:
    """The auditor accepts the correction; not the person who said that it was done."""
    with acting("finding.verify", by=by, on=finding.root(), reason=reason):
        current = _fresh(finding)
        return records.put_verification(
            [current],
            verified_on=verified_on or PartialDate(today()),
            verified_by=verified_by,
            note=note,
            also=rules.blockers_of_doer(list(current.steps.all()), by.pk),
            told=told_by(by, irregular),
            strict=True,
        )[0]


def check_effectiveness(
    finding: Finding,
    *,
    effective: bool,
    checked_on: PartialDate | None = None,
    checked_by: str = "",
    note: str = "",
    reason: str = "",
    irregular: str = "",
    by: Actor,
) -> FindingStep:
    """Say whether a correction has helped; not the person who said that it was done."""
    with acting("finding.check_effectiveness", by=by, on=finding.root(), reason=reason):
        current = _fresh(finding)
        return records.put_check(
            current,
            checked_on=checked_on or PartialDate(today()),
            effective=effective,
            checked_by=checked_by,
            why=reason,
            note=note,
            also=effect_rules.blockers_of_checker(list(current.steps.all()), by.pk),
            told=told_by(by, irregular),
        )


def dispose_finding(
    finding: Finding,
    *,
    disposition: str,
    reason: str = "",
    note: str = "",
    irregular: str = "",
    by: Actor,
) -> FindingStep:
    """The agency says what becomes of an observation, and why when it is not followed."""
    with acting("finding.disposition", by=by, on=finding.root(), reason=reason):
        return records.put_disposition(
            [_fresh(finding)],
            disposition=disposition,
            why=reason,
            on=PartialDate(today()),
            note=note,
            told=told_by(by, irregular),
            strict=True,
        )[0]


def extend_finding(
    finding: Finding, *, due_on: date, reason: str = "", approved_by: str = "", by: Actor
) -> FindingStep:
    """Grant another due day, from today."""
    needs_reason(reason)
    with acting("finding.extend", by=by, on=finding.root(), reason=reason):
        return records.put_extension(
            [_fresh(finding)],
            due_on=due_on,
            why=reason,
            approved_by=approved_by,
            on=PartialDate(today()),
            told=told_by(by),
        )[0]


def reopen_finding(finding: Finding, *, reason: str = "", by: Actor) -> Finding:
    """Open a finished finding again from today; the first closing stays on record."""
    needs_reason(reason)
    with acting("finding.reopen", by=by, on=finding.root(), reason=reason):
        current = _fresh(finding)
        records.put_reopening(current, on=today(), why=reason)
        return current


def plan_action(
    finding: Finding,
    *,
    what: str,
    reason: str = "",
    irregular: str = "",
    by: Actor,
    **given: Any,
) -> CorrectiveAction:
    """Say what is to be done about a finding."""
    with acting("finding.plan_action", by=by, on=finding.root(), reason=reason):
        return records.put_action(_fresh(finding), what=what, told=told_by(by, irregular), **given)


def correct_action(
    action: CorrectiveAction, changes: dict[str, Any], *, reason: str = "", by: Actor
) -> CorrectiveAction:
    """Correct a corrective action; that the auditor accepted it is not the agency's to say."""
    verb = "finding.verify" if changes.get("accepted_on") else "fact.correct"
    with acting(verb, by=by, on=action.root(), reason=reason):
        current = CorrectiveAction.objects.get(pk=action.pk)
        for name, value in changes.items():
            setattr(current, name, value)
        refuse(rules.blockers_of_action(current), irregular=current.irregular)
        if changes:
            current.save(update_fields=list(changes))
        return current


def _fresh(finding: Finding) -> Finding:
    """The finding as it is under the lock."""
    return Finding.objects.get(pk=finding.pk)
