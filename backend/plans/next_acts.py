"""What may be done next to the records of planning and approval."""

from acts.facts import blockers_to_confirm
from acts.registry import offers
from plans import rules
from plans.models import (
    Appraisal,
    Decision,
    Directive,
    OfficialDocument,
    Plan,
    Rollout,
    Submission,
    Task,
)

offers("plan.record", on=Rollout, unless=rules.blockers_of_second_plan)
offers("appraisal.record", on=Rollout)
offers("decision.record", on=Rollout)
offers("plan.submit", on=Plan, unless=rules.blockers_to_submit)
offers("directive.answer", on=Task)
for model in (Plan, Submission, Appraisal, OfficialDocument, Decision, Directive):
    offers("fact.correct", on=model)
    offers("fact.confirm", on=model, unless=blockers_to_confirm)
    offers("fact.void", on=model)
