"""What may be done next to evidence."""

from acts.facts import blockers_to_confirm
from acts.registry import offers
from agencies.models import Agency
from evidence import rules
from evidence.models import Evidence

offers("evidence.attach", on=Agency)
offers("evidence.attach", on=Evidence)
offers("evidence.replace", on=Evidence, unless=rules.blockers_to_replace)
offers("evidence.void", on=Evidence, unless=rules.blockers_to_void)
offers("fact.correct", on=Evidence)
offers("fact.confirm", on=Evidence, unless=blockers_to_confirm)
