"""Rows of many agencies, written by kind in the order in which they refer to each other."""

from collections import defaultdict
from collections.abc import Iterator
from typing import Any, TypeVar

from django.db import models

from agencies.models import Agency, AgencyKindPeriod, AgencyName, AgencyParent
from audits import rules as audit_rules
from audits.models import Audit, Finding, FindingStep
from certificates.models import Application, Certificate, Declaration
from core.rules import Blocker, refuse
from documents import rules as document_rules
from documents.models import Document, DocumentVersion, Promulgation
from maintenance.models import MaintenanceYear, ManagementReview
from plans.models import (
    Appraisal,
    Decision,
    DecisionRollout,
    Directive,
    OfficialDocument,
    Plan,
    Rollout,
    RolloutHolder,
    Submission,
    Task,
)

M = TypeVar("M", bound=models.Model)
BATCH = 2000
ORDER: list[type[models.Model]] = [
    Agency,
    AgencyName,
    AgencyKindPeriod,
    AgencyParent,
    Rollout,
    RolloutHolder,
    Plan,
    Submission,
    Appraisal,
    OfficialDocument,
    Decision,
    DecisionRollout,
    Directive,
    Task,
    Promulgation,
    Document,
    DocumentVersion,
    Audit,
    Finding,
    FindingStep,
    ManagementReview,
    MaintenanceYear,
    Application,
    Certificate,
    Declaration,
]
# The rules that ask the database nothing; the others hold by the order of the invented days.
RULES: dict[type[models.Model], Any] = {
    Document: document_rules.blockers_of_days,
    DocumentVersion: document_rules.blockers_of_steps,
    Finding: audit_rules.blockers_of_finding,
}


class Batch:
    """Rows that refer to each other before any of them is written."""

    def __init__(self) -> None:
        self.rows: dict[type[models.Model], list[models.Model]] = defaultdict(list)

    def add(self, row: M) -> M:
        """Keep a row to be written; it may be named by later ones at once."""
        self.rows[type(row)].append(row)
        return row

    def write(self) -> int:
        """Refuse what breaks a rule, write the rest; returns how many rows. Inside an open act."""
        refuse(self._blockers())
        for model in ORDER:
            model._default_manager.bulk_create(self.rows[model], batch_size=BATCH)
        return sum(map(len, self.rows.values()))

    def _blockers(self) -> Iterator[Blocker]:
        for model, rule in RULES.items():
            for row in self.rows[model]:
                yield from rule(row)
