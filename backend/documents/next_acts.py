"""What may be done next to documents."""

from collections.abc import Sequence

from acts.facts import blockers_to_confirm
from acts.registry import offers
from agencies.handover import goes_along
from documents import approval_rules, rules
from documents.models import Document, DocumentVersion, ListApproval, ModelList, Promulgation
from plans.models import Rollout


def listed_of(rollouts: Sequence[Rollout]) -> int:
    """Documents on the lists of these rollouts, which whoever takes them over keeps."""
    return Document.objects.filter(rollout__in=list(rollouts), withdrawn_on=None).count()


goes_along("documents", "rollouts", listed_of)
offers("document.list", on=Rollout)
offers("list.approve", on=Rollout, unless=approval_rules.blockers_to_approve_list)
offers("promulgation.record", on=Rollout, unless=rules.blockers_of_empty_list)
offers("model_list.record", on=Rollout, unless=rules.blockers_of_empty_list)
offers("model_list.correct", on=ModelList)
offers("model_list.end", on=ModelList, unless=rules.blockers_to_end)
offers("document.version", on=Document)
offers("document.withdraw", on=Document, unless=rules.blockers_to_withdraw)
for model in (Document, DocumentVersion, ListApproval, Promulgation):
    offers("fact.correct", on=model)
    offers("fact.confirm", on=model, unless=blockers_to_confirm)
    offers("fact.void", on=model)
