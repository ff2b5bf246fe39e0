from plans.models.appraisal import Appraisal, AppraisalOpinion, Submission
from plans.models.decision import Decision, DecisionRollout
from plans.models.directive import Directive, Task
from plans.models.exemption import Exemption
from plans.models.official_document import OfficialDocument
from plans.models.plan import Milestone, Plan
from plans.models.rollout import Rollout, RolloutHolder

__all__ = [
    "Appraisal",
    "AppraisalOpinion",
    "Decision",
    "DecisionRollout",
    "Directive",
    "Exemption",
    "Milestone",
    "OfficialDocument",
    "Plan",
    "Rollout",
    "RolloutHolder",
    "Submission",
    "Task",
]
