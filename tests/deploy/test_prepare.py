"""Several installations on one server do not get into each other's way."""

import os
from concurrent.futures import ThreadPoolExecutor

import psycopg2
import pytest

from tests.database import addresses


@pytest.fixture
def names():
    """Names of databases that do not exist yet, and are taken out afterwards."""
    told = [f"iso_together_{os.getpid()}_{number}" for number in range(6)]
    yield told
    link = psycopg2.connect(os.environ["TEST_DATABASE_URL"].replace("/template1", "/postgres"))
    link.autocommit = True
    with link.cursor() as cursor:
        for name in told:
            cursor.execute(f'DROP DATABASE "{name}"')
    link.close()


def test_roles_and_databases_are_made_at_the_same_time(names):
    admin = os.environ["TEST_DATABASE_URL"]
    with ThreadPoolExecutor(len(names)) as pool:
        made = list(pool.map(lambda name: addresses(admin, database=name), names))
    assert [each["DATABASE_URL"].rpartition("/")[2] for each in made] == names
