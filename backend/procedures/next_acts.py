"""What may be done next to administrative procedures."""

from acts.facts import blockers_to_confirm
from acts.registry import offers
from agencies.models import Agency
from procedures.models import AdminProcedure

offers("procedure.record", on=Agency)
offers("procedure.change", on=AdminProcedure)
offers("procedure.link", on=AdminProcedure)
offers("procedure.unlink", on=AdminProcedure)
offers("fact.correct", on=AdminProcedure)
offers("fact.confirm", on=AdminProcedure, unless=blockers_to_confirm)
offers("fact.void", on=AdminProcedure)
