from certificates.models.application import Application
from certificates.models.proof import Certificate, Declaration
from certificates.models.status_event import StatusEvent

__all__ = ["Application", "Certificate", "Declaration", "StatusEvent"]
