"""Loads the illustrations, all or none, through the public acts."""

from django.apps import apps

from accounts.models import User
from acts.facts import confirm_fact
from acts.gate import Delivery, delivering
from audits.models import Audit
from certificates.models import Declaration
from core.facts import Fact
from imports.illustration.desk import record_desk
from imports.illustration.letters import record_letters
from imports.illustration.past import record_past
from imports.illustration.present import record_present
from imports.illustration.schedule import ago
from imports.illustration.scribe import Scribe
from plans.models import Appraisal, Decision, Plan, Rollout, Submission

SEED = 2010_02_03


def load(by: User | None = None, seed: int = SEED) -> dict[str, int]:
    """Record the demonstration province; returns how many rows of each kind, {} if it is there.

    Everything is one transaction, so that an interrupted load leaves nothing behind.
    """
    if Rollout.objects.filter(real=False).exists():
        return {}
    by = by or User.objects.system()
    with delivering(Delivery(by.pk, "illustration")):
        scribe = Scribe.with_seed(seed, by)
        record_past(scribe)
        record_present(scribe)
        record_letters(scribe)
        record_desk(scribe)
        _confirm(scribe)
    return illustrated()


def illustrated() -> dict[str, int]:
    """How many illustration rows of each kind there are."""
    kinds = [m for m in apps.get_models() if issubclass(m, Fact)]
    counts = {m._meta.model_name: m._default_manager.filter(real=False).count() for m in kinds}
    rollouts = Rollout.objects.filter(real=False).count()
    return {"rollout": rollouts} | {str(name): n for name, n in sorted(counts.items()) if n}


def _confirm(scribe: Scribe) -> None:
    """Confirmed: most decisions, and everything of every second agency that declared lately."""
    decisions = Decision.objects.filter(real=False).order_by("pk")
    facts: list[Fact] = [d for d in decisions if scribe.random.random() < 0.6]
    declared = Declaration.objects.filter(real=False, signed_on__gt=ago(500)).order_by("pk")
    for rollout in list(declared.values_list("rollout", flat=True))[::2]:
        for model in (Plan, Submission, Appraisal, Audit, Declaration):
            facts += model._default_manager.filter(rollout=rollout).order_by("pk")
        facts += decisions.filter(rollouts=rollout)
    for fact in {(type(fact), fact.pk): fact for fact in facts}.values():
        confirm_fact(fact, by=scribe.by)
