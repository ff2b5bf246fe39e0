"""The coordinator's browser, signed in; what every page of it must fulfil."""

import pytest
from axe_playwright_python.sync_playwright import Axe


def sign_in(page, password, username="chuyenvien"):
    page.goto("/login")
    page.get_by_label("Tên đăng nhập").fill(username)
    page.locator("input[type=password]").fill(password)
    page.get_by_role("button", name="Đăng nhập").click()
    page.wait_for_url(lambda url: "/login" not in url)


@pytest.fixture(scope="module")
def cookies(browser, base_url, password):
    """The coordinator's session, entered once by hand."""
    context = browser.new_context(base_url=base_url)
    page = context.new_page()
    sign_in(page, password)
    kept = context.cookies()
    context.close()
    return kept


@pytest.fixture
def board(page, cookies):
    """The coordinator's browser; what its console complains about fails the test."""
    complaints = []
    page.on("console", lambda said: said.type == "error" and complaints.append(said.text))
    page.on("pageerror", lambda thrown: complaints.append(str(thrown)))
    page.context.add_cookies(cookies)
    yield page
    assert complaints == []


def violations(page):
    found = Axe().run(page, options={"resultTypes": ["violations"]}).response["violations"]
    return [(each["id"], [node["target"] for node in each["nodes"]]) for each in found]
