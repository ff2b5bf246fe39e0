"""Putting facts on record: rules, then rows. Called inside an open act, by actions and imports."""

from collections.abc import Callable, Iterable, Sequence
from datetime import date
from itertools import chain
from typing import Any

from agencies.models import Agency
from agencies.queries import find_by_name
from core.days import PartialDate, columns, today
from core.numbers import number_key
from core.provenance import Provenance
from core.rules import Blocker, Malformed, refuse
from core.text import nfc, search_text
from plans import rules, warnings
from plans.exemption_rules import blockers_of_exemption
from plans.models import (
    Appraisal,
    AppraisalOpinion,
    Decision,
    DecisionRollout,
    Directive,
    Exemption,
    Milestone,
    OfficialDocument,
    Plan,
    Rollout,
    RolloutHolder,
    Submission,
    Task,
)
from plans.queries import earliest_fact_of, previous_of
from plans.schedule_rules import Wanted, blockers_of_milestones


def put_rollout(
    agency: Agency,
    *,
    edition: str,
    track: str,
    cycle: int | None,
    opened_on: date | None,
    told: Provenance,
    previous: Rollout | None = None,
    also: Iterable[Blocker] = (),
) -> Rollout:
    """A rollout with its first holder; `cycle` is the next free one unless given.

    Without a day it counts from the day it was told of, and reaches back to its earliest fact.
    """
    refuse([*also, *rules.blockers_to_open(agency.pk, track, edition, cycle)])
    same = Rollout.objects.filter(agency=agency, track=track)
    if cycle is None:
        cycle = same.filter(edition_id=edition).count() + 1
    rollout = Rollout.objects.create(
        agency=agency,
        edition_id=edition,
        track=track,
        cycle=cycle,
        previous=previous,
        opened_on=opened_on or told.reported_by,
        opened_on_given=opened_on is not None,
        real=told.real,
        source=told.source,
    )
    RolloutHolder.objects.create(rollout=rollout, agency=agency)
    return rollout


def reach_back(rollout: Rollout, day: date | None) -> None:
    """Without a day given, a rollout exists from its earliest fact. Source: contract 5."""
    if rollout.opened_on_given or day is None:
        return
    if rollout.opened_on is None or day < rollout.opened_on:
        rollout.opened_on = day
        rollout.save(update_fields=["opened_on"])


def put_correction(rollout: Rollout, changes: dict[str, Any]) -> Rollout:
    """A corrected rollout: `opened_on` (None: from its earliest fact again), `previous`."""
    for name, value in changes.items():
        setattr(rollout, name, value)
    if "opened_on" in changes:
        rollout.opened_on_given = rollout.opened_on is not None
        rollout.opened_on = rollout.opened_on or earliest_fact_of(rollout) or today()
        changes = {**changes, "opened_on_given": rollout.opened_on_given}
    refuse(rules.blockers_of_opening(rollout))
    if changes:
        rollout.save(update_fields=list(changes))
    return rollout


def link_previous(rollout: Rollout) -> None:
    """Name the rollout of the track that came before this one, where none is named yet."""
    rollout.refresh_from_db(fields=["opened_on", "previous"])
    if rollout.previous_id is None:
        rollout.previous = previous_of(rollout.agency_id, rollout.track, rollout.opened_on, rollout)
        if rollout.previous:
            rollout.save(update_fields=["previous"])


def put_plan(rollout: Rollout, *, told: Provenance, **given: Any) -> Plan:
    """The plan of a rollout; `started_on` and `completed_on` are partial dates or None."""
    dates = {name: given.pop(name, None) for name in ("started_on", "completed_on")}
    milestones = given.pop("milestones", ())
    plan = Plan(rollout=rollout, **given, **columns(**dates), **told.columns())
    refuse(
        [*rules.blockers_of_plan(plan), *blockers_of_milestones(plan, milestones)],
        irregular=told.irregular,
        warnings=warnings.warnings_of_plan(plan),
    )
    plan.save()
    _counted(plan)
    put_milestones(plan, milestones)
    return plan


def put_milestones(plan: Plan, wanted: Wanted) -> None:
    """Let these (stage, day) be the milestones of the plan; others are taken out."""
    refuse(blockers_of_milestones(plan, wanted))
    days = dict(wanted)
    for milestone in plan.milestones.all():
        day = days.pop(milestone.stage, None)
        if day is None:
            milestone.delete()
        elif day != milestone.planned_on:
            milestone.planned_on = day
            milestone.save(update_fields=["planned_on"])
    for stage, day in days.items():
        Milestone.objects.create(plan=plan, stage=stage, planned_on=day)


def put_submission(
    plan: Plan,
    *,
    number: str,
    sent_on: PartialDate | None,
    sent_to: str = "",
    told: Provenance,
    signed_original: dict[str, Any] | None = None,
    also: Iterable[Blocker] = (),
) -> Submission:
    """One more round of submission of a plan; `also` are further reasons to refuse it.

    `signed_original` {number, day, signer}: what the head signed on paper.
    """
    last, original = rules.last_submission(plan), signed_original or {}
    submission = Submission(
        plan=plan,
        rollout=plan.rollout,
        round=last.round + 1 if last else 1,
        original_number=original.get("number", ""),
        original_on=original.get("day"),
        original_signer=original.get("signer", ""),
        number=number,
        sent_to=sent_to,
        **columns(sent_on=sent_on),
        **told.columns(),
    )
    refuse(
        [*also, *rules.blockers_of_submission(submission)],
        irregular=told.irregular,
        warnings=chain(
            warnings.warnings_of_plan(plan), warnings.warnings_of_submission(submission)
        ),
    )
    submission.save()
    _counted(submission)
    return submission


def put_appraisal(
    rollout: Rollout,
    *,
    result: str,
    met_on: PartialDate | None,
    told: Provenance,
    opinions: Sequence[str] = (),
    also: Iterable[Blocker] = (),
    **given: Any,
) -> Appraisal:
    """One meeting of the council on the last round, with its result and its opinions.

    `also` are further reasons to refuse it.
    """
    judged = Submission.objects.filter(rollout=rollout).order_by("-round").first()
    appraisal = Appraisal(
        rollout=rollout,
        submission=judged,
        result=result,
        **given,
        **columns(met_on=met_on),
        **told.columns(),
    )
    refuse(
        [*also, *rules.blockers_of_appraisal(appraisal)],
        irregular=told.irregular,
        warnings=warnings.warnings_of_appraisal(appraisal),
    )
    appraisal.save()
    for text in opinions:
        AppraisalOpinion.objects.create(appraisal=appraisal, text=text)
    _counted(appraisal)
    return appraisal


def put_official_document(
    *,
    issuer: str,
    number: str,
    signed_on: PartialDate | None,
    told: Provenance,
    also: Callable[[OfficialDocument], Iterable[Blocker]] = lambda _: (),
    **given: Any,
) -> OfficialDocument:
    """The one record of an official document; an existing one is found again.

    `also` yields further reasons against what the document does. Raises RuleBroken
    official_document.differs when the known one bears another day.
    """
    issuer = nfc(issuer)
    agency = find_by_name(issuer, signed_on.end if signed_on else today())
    key = f"agency:{agency.code}" if agency else search_text(issuer)
    year = signed_on.start.year if signed_on else None
    known = OfficialDocument.objects.filter(
        issuer_key=key, number_key=number_key(number), year=year
    ).first()
    document = OfficialDocument(
        issuer=issuer,
        issuer_agency=agency,
        issuer_key=key,
        number=number,
        number_key=number_key(number),
        year=year,
        **{name: value for name, value in given.items() if value is not None},
        **columns(signed_on=signed_on),
        **told.columns(),
    )
    if known:
        against = rules.blockers_of_known(known, document)
    else:
        against = rules.blockers_of_document(document)
    refuse([*against, *also(document)], irregular=told.irregular)
    if known:
        return known
    document.save()
    return document


def put_decision(
    document: OfficialDocument,
    rollouts: Sequence[Rollout],
    *,
    told: Provenance,
    kind: str = "approve",
    **given: Any,
) -> Decision:
    """The decision of a document about these rollouts; one already known gains the new ones."""
    refuse(rules.blockers_of_decision(document, rollouts), irregular=told.irregular)
    decision = Decision.objects.filter(document=document, kind=kind).first()
    if decision is None:
        decision = Decision.objects.create(document=document, kind=kind, **given, **told.columns())
    for rollout in rollouts:
        DecisionRollout.objects.get_or_create(decision=decision, rollout=rollout)
        reach_back(rollout, document.counts_on or _fresh(document).counts_on)
    return decision


def put_directive(
    document: OfficialDocument,
    *,
    told: Provenance,
    kind: str = "letter",
    transition_from: str | None = None,
    transition_to: str | None = None,
) -> Directive:
    """The directive of a document; one already known is found again."""
    known = Directive.objects.filter(document=document).first()
    if known:
        return known
    return Directive.objects.create(
        document=document,
        kind=kind,
        transition_from_id=transition_from,
        transition_to_id=transition_to,
        **told.columns(),
    )


def put_task(
    directive: Directive,
    agency: Agency,
    *,
    rollout: Rollout | None = None,
    what: str = "",
    due_on: date | None = None,
) -> Task:
    """What a directive tells one agency; told twice, it is the same task."""
    task, _ = Task.objects.get_or_create(
        directive=directive,
        agency=agency,
        rollout=rollout,
        defaults={"what": what, "due_on": due_on},
    )
    return task


def put_answers(appraisal: Appraisal, answers: Sequence[dict[str, Any]]) -> None:
    """What the agency answers to each opinion named: [{opinion, answer, answered_on}].

    Raises Malformed for an opinion of another appraisal.
    """
    asked = {opinion.pk: opinion for opinion in appraisal.opinions.all()}
    strange = [place for place, told in enumerate(answers) if told["opinion"] not in asked]
    if strange:
        raise Malformed(*[(f"/answers/{at}/opinion", "does_not_exist", {}) for at in strange])
    days = [told.get("answered_on") for told in answers]
    refuse([*rules.blockers_to_answer(appraisal), *rules.blockers_of_answers(appraisal, days)])
    for told in answers:
        opinion = asked[told["opinion"]]
        opinion.answer, opinion.answered_on = told["answer"], told.get("answered_on") or today()
        opinion.save(update_fields=["answer", "answered_on"])


def put_exemption(agency: Agency, *, told: Provenance, **given: Any) -> Exemption:
    """Leave of an agency or one of its rollouts: what, from_on, to_on, number, document, reason."""
    exemption = Exemption(agency=agency, **given, **told.columns())
    refuse(blockers_of_exemption(exemption), irregular=told.irregular)
    exemption.save()
    return exemption


def _fresh(record: Any) -> Any:
    record.refresh_from_db(fields=["counts_on"])
    return record


def _counted(fact: Any) -> None:
    """Read the day from which the database counts the fact; its rollout reaches back to it."""
    reach_back(fact.rollout, _fresh(fact).counts_on)
