"""A world that the tests of one file share: made once, each test's changes rolled back."""

import pytest

from tests.contract.world import World, undone


@pytest.fixture(scope="module")
def standing_world(django_db_setup, django_db_blocker):
    """The world, made once per file and rolled back after its last test."""
    with django_db_blocker.unblock(), undone():
        yield World()


@pytest.fixture
def world(standing_world, db):
    """The world; what a test changes in it is rolled back after the test."""
    return standing_world


@pytest.fixture
def client(world):
    """The coordinator of the world, signed in."""
    return world.client("coordinator")
