"""The tests' database: made and migrated by its owner, used by the application's role.

Loaded with `-p tests.database`, because the addresses must be in the environment before Django
reads its settings; conftest.py imports the fixtures, which there replace those of pytest-django.
"""

import hashlib
import os
from contextlib import ExitStack, contextmanager
from urllib.parse import urlsplit

import pytest

from deploy.local import sql_runner
from deploy.local.postgres import FOR_TESTS, throw_away


@pytest.hookimpl(wrapper=True)
def pytest_load_initial_conftests(early_config):
    """Have a server, both roles and their addresses before pytest-django looks for them."""
    if "PYTEST_XDIST_WORKER" not in os.environ:  # workers inherit what is set here
        stack = ExitStack()
        early_config.add_cleanup(stack.close)
        admin_url = os.environ.get("TEST_DATABASE_URL") or stack.enter_context(
            throw_away(FOR_TESTS)
        )
        os.environ.update(addresses(admin_url))
    return (yield)


def addresses(admin_url: str, database: str = "iso") -> dict[str, str]:
    """Make both roles and a database; return its addresses and that of the administrator.

    The passwords follow from the address, so that two runs on one server agree on them.
    """
    passwords = {
        role: hashlib.sha256(f"{role} {admin_url}".encode()).hexdigest()
        for role in ("iso_owner", "iso_app")
    }
    sql_runner.prepare(
        admin_url=admin_url,
        owner_password=passwords["iso_owner"],
        app_password=passwords["iso_app"],
        database=database,
        tests=True,
    )
    where = urlsplit(admin_url)
    host = f"{where.hostname}:{where.port or 5432}/{database}"
    return {
        "TEST_DATABASE_URL": admin_url,
        "DATABASE_URL": f"postgres://iso_app:{passwords['iso_app']}@{host}",
        "DATABASE_OWNER_URL": f"postgres://iso_owner:{passwords['iso_owner']}@{host}",
    }


def become(role_url: str) -> None:
    """Let every later connection, of any thread, be that of another role."""
    from django.db import connection

    role = urlsplit(role_url)
    connection.close()
    connection.settings_dict.update(USER=role.username, PASSWORD=role.password)


@contextmanager
def as_owner():
    """Do as the owner what the application may not."""
    become(os.environ["DATABASE_OWNER_URL"])
    try:
        yield
    finally:
        become(os.environ["DATABASE_URL"])


def owner_url_of_this_database() -> str:
    """Return the owner's address of the database that this process tests on."""
    from django.db import connection

    name = connection.settings_dict["NAME"]
    return os.environ["DATABASE_OWNER_URL"].rsplit("/", 1)[0] + f"/{name}"


@pytest.fixture(scope="session")
def django_db_modify_db_settings(django_db_modify_db_settings_parallel_suffix):
    """Create and migrate the test database as the owner."""
    become(os.environ["DATABASE_OWNER_URL"])


@pytest.fixture(scope="session")
def django_db_setup(django_db_setup, django_db_blocker):
    """Grant, close the trail and go on as the application; the owner removes the database."""
    from django.core.management import call_command
    from django.test import TransactionTestCase

    from feeds.epochs import standing

    flush = TransactionTestCase._fixture_teardown

    def flush_as_owner(self):
        with as_owner():
            flush(self)  # it installs the triggers anew, and so opens the trail
        sql_runner.after_migrate(owner_url_of_this_database())
        call_command("first_data", verbosity=0)  # every test begins with it
        standing()  # and with the epoch of the feeds that a migration had begun

    with django_db_blocker.unblock():
        sql_runner.after_migrate(owner_url_of_this_database())
        become(os.environ["DATABASE_URL"])
    TransactionTestCase._fixture_teardown = flush_as_owner
    yield
    TransactionTestCase._fixture_teardown = flush
    with django_db_blocker.unblock():
        become(os.environ["DATABASE_OWNER_URL"])
