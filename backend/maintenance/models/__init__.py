from maintenance.models.board import Board
from maintenance.models.confirmation import Confirmation
from maintenance.models.management_review import ManagementReview
from maintenance.models.training import Training
from maintenance.models.year import MaintenanceYear, Objective

__all__ = [
    "Board",
    "Confirmation",
    "MaintenanceYear",
    "ManagementReview",
    "Objective",
    "Training",
]
