from documents.models.document import Document, DocumentHolder
from documents.models.version import DocumentVersion, Promulgation

__all__ = ["Document", "DocumentHolder", "DocumentVersion", "Promulgation"]
