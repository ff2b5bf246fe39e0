"""What may be done next to the records of planning and approval."""

from typing import Any

from acts.facts import blockers_to_confirm
from acts.registry import asks_who, offers
from agencies.models import Agency
from core.catalogues import keeps_catalogue
from core.labels import labelled
from plans import rules
from plans.exemption_rules import blockers_to_end
from plans.models import (
    Appraisal,
    Decision,
    Directive,
    Exemption,
    Milestone,
    OfficialDocument,
    Plan,
    Rollout,
    Submission,
    Task,
)

offers("rollout.open", on=Agency)
offers("directive.record", on=Agency)
offers("rollout.correct", on=Rollout)
offers("plan.record", on=Rollout, unless=rules.blockers_of_second_plan)
offers("appraisal.record", on=Rollout)
offers("decision.record", on=Rollout)
offers("plan.schedule", on=Plan)
offers("plan.submit", on=Plan, unless=rules.blockers_to_submit)
offers("plan.submit_paper", on=Plan, unless=rules.blockers_to_submit_on_paper)
offers("plan.return", on=Plan, unless=rules.blockers_to_return)
offers("submission.receive", on=Submission, unless=rules.blockers_to_receive)
offers("appraisal.answer", on=Appraisal, unless=rules.blockers_to_answer)
offers("directive.answer", on=Task, unless=rules.blockers_to_answer_task)
offers("exemption.grant", on=Agency)
offers("exemption.end", on=Exemption, unless=blockers_to_end)
asks_who("plan.submit", rules.blockers_of_own_plan)
for model in (Plan, Submission, Appraisal, OfficialDocument, Decision, Directive, Exemption):
    offers("fact.correct", on=model)
    offers("fact.confirm", on=model, unless=blockers_to_confirm)
    offers("fact.void", on=model)


def milestone_stages() -> list[dict[str, Any]]:
    """The stages whose day a plan can want, in the order of the way."""
    stages = {stage["code"]: stage for stage in labelled("stages")}
    return [stages[code] for code in Milestone.STAGES]


keeps_catalogue("milestone_stages", milestone_stages)
