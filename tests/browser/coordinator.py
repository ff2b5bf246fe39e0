"""The coordinator's browser, signed in; what every page of it must fulfil."""

from pathlib import Path

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


PICTURES = Path(__file__).parent / "pictures"
LEVELS = ["wcag2a", "wcag2aa", "wcag21a", "wcag21aa"]


def in_scheme(page, scheme):
    page.evaluate("s => document.documentElement.dataset.mantineColorScheme = s", scheme)


def violations(page):
    """What axe finds against WCAG 2.1 A and AA; in the dark scheme only contrast can differ."""
    found = axe(page, LEVELS)
    in_scheme(page, "dark")
    found += axe(page, ["color-contrast"])
    in_scheme(page, "light")
    return found


def axe(page, rules):
    answer = Axe().run(page, options={"runOnly": rules, "resultTypes": ["violations"]}).response
    return [(v["id"], [node["target"] for node in v["nodes"]]) for v in answer["violations"]]


def picture(page, name):
    """Keep how the page looks, light and dark, for whoever wants to see it."""
    PICTURES.mkdir(exist_ok=True)
    for scheme in ("dark", "light"):
        in_scheme(page, scheme)
        page.screenshot(path=PICTURES / f"{name}_{scheme}.png", full_page=True)
