from documents.models.approval import ListApproval
from documents.models.document import Document, DocumentHolder
from documents.models.model_list import ModelLine, ModelList
from documents.models.version import STEPS, DocumentVersion, Promulgation

__all__ = [
    "STEPS",
    "Document",
    "DocumentHolder",
    "DocumentVersion",
    "ListApproval",
    "ModelLine",
    "ModelList",
    "Promulgation",
]
