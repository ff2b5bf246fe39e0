"""Both servers on a database of their own, and a real browser in front of them."""

import os
import signal

import pytest
from playwright.sync_api import expect, sync_playwright

from deploy.local import chromium, packages, processes
from deploy.local.postgres import free_port
from deploy.local.servers import Site
from tests.database import addresses

PASSWORD = "mat-khau-thu-nghiem-2026"
# A machine that does other work as well is slow, not wrong.
expect.set_options(timeout=15_000)


@pytest.fixture(scope="session")
def site(tmp_path_factory, worker_id):
    """Serve API and SPA with the demonstration data; both end with the tests.

    Each process of tests has servers and a database of its own.
    """
    signal.signal(signal.SIGTERM, lambda *_: pytest.exit("terminated", 143))
    packages.ensure_built()
    variables = addresses(os.environ["TEST_DATABASE_URL"], database=f"iso_browser_{worker_id}")
    variables |= {"DEMO": "1", "DEMO_PASSWORD": PASSWORD, "ACCOUNT_PASSWORD": PASSWORD}
    variables |= {"SECRET_KEY": "browser-tests-" + "0" * 40}
    served = Site(free_port(), free_port(), tmp_path_factory.mktemp("data"), variables)
    served.manage("migrate", "--no-input")
    served.manage("first_data")
    served.running = served.serve()
    yield served
    for child in served.running.values():
        processes.end(child)


@pytest.fixture(scope="session")
def base_url(site):
    """The address a person would type."""
    return f"http://127.0.0.1:{site.web_port}"


@pytest.fixture(scope="session")
def password():
    """The password of every demonstration account."""
    return PASSWORD


@pytest.fixture(scope="session")
def browser():
    """One Chromium for all journeys; a missing one is a failure, never a skip."""
    with sync_playwright() as playwright:
        started = playwright.chromium.launch(
            executable_path=str(chromium.find()), args=chromium.flags()
        )
        yield started
        started.close()


@pytest.fixture
def page(browser, base_url):
    """A new visitor in Hạ Long, without cookies."""
    context = browser.new_context(base_url=base_url, locale="vi-VN", timezone_id="Asia/Ho_Chi_Minh")
    yield context.new_page()
    context.close()
