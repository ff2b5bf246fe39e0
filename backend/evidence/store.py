"""Where files stay: the storage «evidence» of the settings, each under the name of its content."""

import hashlib
from io import BytesIO
from typing import Any

from django.core.files.base import File
from django.core.files.storage import Storage, storages

from evidence.contents import Received
from evidence.models import Evidence


def store() -> Storage:
    """The configured store: a folder, or an S3-compatible bucket."""
    return storages["evidence"]


def keep(file: Received) -> None:
    """Write the file unchanged unless the very same one is there; never over another.

    Outside of the database: an act that fails afterwards leaves a file that no record names.
    """
    name = Evidence(sha256=file.sha256).kept_as
    if store().exists(name) and store().size(name) == file.size:
        return
    file.stream.seek(0)
    store().save(name, File(file.stream))


def opened(evidence: Evidence) -> Any:
    """The file as a stream of bytes; raises FileNotFoundError when the store lost it."""
    return store().open(evidence.kept_as, "rb")


def keep_content(content: bytes) -> str:
    """Write a file that the system made, as `keep` does; its name in the store is its SHA-256."""
    sha256 = hashlib.sha256(content).hexdigest()
    keep(Received("", BytesIO(content), len(content), sha256))
    return sha256


def opened_content(sha256: str) -> Any:
    """A kept file by its SHA-256; raises FileNotFoundError when the store lost it."""
    return opened(Evidence(sha256=sha256))
