from audits.models.audit import Audit
from audits.models.finding import CorrectiveAction, Finding, FindingStep

__all__ = ["Audit", "CorrectiveAction", "Finding", "FindingStep"]
