"""EVIDENCE_STORAGE as a Django storage: a folder, or s3://bucket[/prefix]."""

from importlib.util import find_spec
from pathlib import Path
from typing import Any

from django.core.exceptions import ImproperlyConfigured


def evidence_storage(told: str) -> dict[str, Any]:
    """The entry of STORAGES; keys and endpoint of S3 come from the AWS_* variables.

    Files are named after their content, so that writing one again changes nothing.
    """
    if told.startswith("s3://"):
        if find_spec("storages") is None or find_spec("boto3") is None:
            raise ImproperlyConfigured(
                "EVIDENCE_STORAGE=s3://… needs its packages; pip install -r requirements-s3.txt"
            )
        bucket, _, prefix = told.removeprefix("s3://").partition("/")
        options = {"bucket_name": bucket, "location": prefix.strip("/"), "default_acl": None}
        return {"BACKEND": "storages.backends.s3.S3Storage", "OPTIONS": options}
    if "://" in told:
        raise ImproperlyConfigured("EVIDENCE_STORAGE is a folder or s3://bucket; set one of them.")
    folder: dict[str, Any] = {
        "location": str(Path(told).resolve()),
        "file_permissions_mode": 0o600,
        "directory_permissions_mode": 0o700,
        "allow_overwrite": True,
    }
    return {"BACKEND": "django.core.files.storage.FileSystemStorage", "OPTIONS": folder}
