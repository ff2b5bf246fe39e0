"""One installation for the tests of upgrade, backup and restore."""

import pytest

from tests.deploy.house import House


@pytest.fixture(scope="session")
def house(tmp_path_factory):
    """The database of the second issue's end, upgraded to this version."""
    made = House(tmp_path_factory.mktemp("house"))
    made.load()
    return made


@pytest.fixture(scope="session")
def upgraded_figures(house):
    """Every figure of six days, as this version tells them; asked once, since it takes a while."""
    return house.figures()
