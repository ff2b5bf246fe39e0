"""The same settings with a hasher that does not slow the tests down."""

from config.settings import *  # noqa: F403
from config.settings import STORAGES

PASSWORD_HASHERS = ["django.contrib.auth.hashers.MD5PasswordHasher"]

STORAGES = {**STORAGES, "evidence": {"BACKEND": "django.core.files.storage.InMemoryStorage"}}
CLAMD_ADDRESS = ""
TASKS = {"default": {"BACKEND": "django_tasks.backends.immediate.ImmediateBackend"}}
