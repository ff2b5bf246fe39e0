"""What may be done next in the yearly loop."""

from acts.facts import blockers_to_confirm
from acts.registry import offers
from agencies.models import Agency
from maintenance.models import Board, MaintenanceYear, ManagementReview, Training

for verb in ("review.record", "training.record", "board.record", "year.record"):
    offers(verb, on=Agency)
for model in (ManagementReview, Training, Board, MaintenanceYear):
    offers("fact.correct", on=model)
    offers("fact.confirm", on=model, unless=blockers_to_confirm)
    offers("fact.void", on=model)
