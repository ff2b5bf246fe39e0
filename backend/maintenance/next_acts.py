"""What may be done next in the yearly loop."""

from acts.facts import blockers_to_confirm
from acts.registry import offers
from agencies.models import Agency
from maintenance.models import Board, Confirmation, MaintenanceYear, ManagementReview, Training
from maintenance.rules import blockers_to_state

for verb in ("review.record", "training.record", "board.record", "year.record"):
    offers(verb, on=Agency)
offers("confirmation.record", on=Agency, unless=blockers_to_state)
for model in (ManagementReview, Training, Board, MaintenanceYear, Confirmation):
    offers("fact.correct", on=model)
    offers("fact.confirm", on=model, unless=blockers_to_confirm)
    offers("fact.void", on=model)
