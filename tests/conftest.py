"""Fixtures of all tests."""

from tests.database import django_db_modify_db_settings, django_db_setup  # noqa: F401
