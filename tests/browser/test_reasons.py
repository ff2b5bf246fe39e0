"""Every reason that a record's state gives, seen at the disabled button that it disables."""

import re
from urllib.parse import unquote

import pytest
from playwright.sync_api import expect

from tests.browser.coordinator import picture, violations
from tests.browser.people import choose, form, save
from tests.browser.reasons_cases import HOME
from tests.browser.reasons_forms import FORMS
from tests.browser.reasons_records import Records
from tests.browser.reasons_table import SIGHTS

pytestmark = pytest.mark.browser
MENU = re.compile("^Việc có thể làm: ")
PLACES = {
    "users": "/accounts?search={name}",
    "imports": "/imports",
    "model-lists": "/model-lists",
    "feed-clients": "/feed-clients/{id}",
    "reports": "/reports/{id}",
}


@pytest.fixture(scope="module")
def records(browser, base_url, password, site):
    """The records, once for all tests; everybody's browser stays open between them."""
    made = Records(browser, base_url, password, site.running["worker"])
    yield made
    made.close()


@pytest.fixture(scope="module")
def names(records):
    """What each act is called, by the server's catalogue."""
    return {each["code"]: each["label"] for each in records.by.get("catalogues")["acts"]}


def address(sight, records):
    """Where the button stands."""
    collection, _, key = records.known[sight.record].partition("/")
    if sight.tab:
        at = f"&rollout={key}" if collection == "rollouts" else ""
        return f"/agencies/{HOME}?tab={sight.tab}{at}"
    if collection in PLACES:
        return PLACES[collection].format(name=sight.record, id=key)
    kind = {"requests": "enquiry"}.get(collection, collection.removesuffix("s"))
    return f"/records/{kind}:{key}"


def line(page, sight, records):
    """The record's own line, or all of the page where it stands alone."""
    collection = records.known[sight.record].partition("/")[0]
    if collection in ("comments",):
        return page.get_by_role("region", name="Trao đổi").get_by_role("listitem").first
    if collection == "model-lists":
        return page.get_by_role("region").filter(has_text=records.titles[sight.record])
    if collection in ("imports", "users"):
        called = records.titles.get(sight.record, sight.record)
        return page.get_by_role("row").filter(has=page.get_by_text(called, exact=True))
    alone = sight.tab or collection in ("feed-clients", "reports", "findings")
    return page.locator("main" if alone and not sight.menu else "[data-wanted]")


def go(page, where):
    """To another page of the application, as its own links go there: without loading it anew."""
    if page.url == "about:blank":
        page.goto(where)
    else:
        page.evaluate("where => window.history.pushState({}, '', where)", where)
    if where.startswith("/records/"):
        page.wait_for_url(lambda url: unquote(url).endswith(where.partition("s/")[2]))


def shown(sight, records):
    """Where the button is, with the menu open; as it stands when it is there already."""
    page = records.people[sight.who].page()
    wanted = sight.record, sight.tab, sight.menu
    if records.looked_at.get(sight.who) != wanted:
        go(page, address(sight, records))
        if sight.tab == "history":
            page.wait_for_load_state("networkidle")  # what arrives late draws the menu anew
        expect(line(page, sight, records)).to_be_visible()
        if sight.menu:
            menu = line(page, sight, records).get_by_role("button", name=MENU)
            menu.first.click()
        records.looked_at[sight.who] = wanted
    return page.get_by_role("dialog").last if sight.menu else line(page, sight, records)


def told(sight, code, records):
    """The server's sentence for the code, as its own answer says it."""
    record = records.known[sight.record]
    answer = records.people[sight.who].get(record)
    act = next(each for each in answer["next_acts"] if each["act"] == sight.act)
    assert not act["allowed"]
    return next(each["message"] for each in act["blockers"] if each["code"] == code)


@pytest.mark.parametrize("code", SIGHTS)
def test_the_reason_is_seen_at_the_button_that_it_disables(records, names, code):
    sight = SIGHTS[code]
    records.make(sight.record)
    part = shown(sight, records)
    button = part.get_by_role("button", name=sight.name or names[sight.act], exact=True)
    sentence = told(sight, code, records)
    expect(button).to_have_attribute("aria-disabled", "true")
    expect(button).to_have_accessible_description(re.compile(re.escape(sentence)))
    button.focus()
    page = records.people[sight.who].page()
    expect(page.locator("li:visible").filter(has_text=sentence).last).to_be_visible()


def fill(page, label, value):
    if value.startswith("="):
        choose(page, label, value[1:])
    else:
        form(page).get_by_role("textbox", name=label, exact=True).first.fill(value)


@pytest.mark.parametrize("asked", FORMS, ids=lambda asked: asked.act)
def test_a_form_names_at_once_everything_that_is_wrong_with_what_was_typed(records, names, asked):
    page = records.people[asked.who].page()
    page.goto(address(asked, records))
    records.looked_at.pop(asked.who, None)
    button = page.locator("main").get_by_role("button", name=names[asked.act], exact=True)
    button.locator("visible=true").first.click()
    for label, value in asked.fields.items():
        fill(page, label, value)
    with page.expect_response(lambda got: got.request.method == "POST") as answered:
        save(page)
    blockers = answered.value.json()["blockers"]
    assert asked.codes <= {each["code"] for each in blockers}
    said = form(page).get_by_role("alert")
    for each in blockers:
        expect(said).to_contain_text(each["message"])


@pytest.mark.parametrize("code", ["finding.clause_missing", "certificate.major_open"])
def test_reasons_are_readable_by_all_and_fit_a_phone(records, names, code):
    sight = SIGHTS[code]
    records.looked_at.pop(sight.who, None)
    part = shown(sight, records)
    page = records.people[sight.who].page()
    page.emulate_media(reduced_motion="reduce")
    button = part.get_by_role("button", name=names[sight.act], exact=True)
    for name, width in (("", 1440), ("_phone", 360)):
        page.set_viewport_size({"width": width, "height": 900})
        page.keyboard.press("Escape")
        button.blur()
        button.focus()
        expect(
            page.locator("li:visible").filter(has_text=told(sight, code, records))
        ).to_be_visible()
        assert page.evaluate("document.documentElement.scrollWidth") == width
        assert violations(page) == []
        button.blur()
        button.focus()
        picture(page, f"reasons_{code}{name}")
