"""Where files stay: the storage «evidence» of the settings, each under the name of its content."""

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
