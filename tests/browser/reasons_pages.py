"""Where the buttons and the forms of the tables stand, and how one comes to them."""

import re
from urllib.parse import unquote

from playwright.sync_api import expect

from tests.browser.people import form
from tests.browser.reasons_cases import HOME

MENU = re.compile("^Việc có thể làm: ")
PLACES = {
    "users": "/accounts?search={name}",
    "imports": "/imports",
    "model-lists": "/model-lists",
    "accounts": "/accounts",
    "reorganisations": "/reorganisations",
    "feed-clients": "/feed-clients/{id}",
    "reports": "/reports/{id}",
}


def address(sight, records):
    """Where the button stands."""
    collection, _, key = records.known[sight.record].partition("/")
    if sight.tab:
        home = key if collection == "agencies" else records.homes.get(sight.record, HOME)
        at = f"&rollout={key}" if collection == "rollouts" else ""
        return f"/agencies/{home}?tab={sight.tab}{at}"
    if collection in PLACES:
        return PLACES[collection].format(name=sight.record, id=key)
    kind = {"requests": "enquiry"}.get(collection, collection.removesuffix("s"))
    return f"/records/{kind}:{key}"


def line(page, sight, records):
    """The record's own line, or all of the page where it stands alone."""
    collection = records.known[sight.record].partition("/")[0]
    if collection in ("comments",):
        return page.get_by_role("region", name="Trao đổi").get_by_role("listitem").first
    if collection == "rollouts" and sight.menu:
        return page.get_by_role("region", name=re.compile("^Hành trình: "))
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


def pick(page, label, option):
    """From a list, which is searched where one may type in it."""
    box = form(page).get_by_role("combobox", name=label).first
    box.click()
    if box.is_editable():
        box.fill(option)
    page.get_by_role("option", name=option).first.click()


def fill(page, label, value):
    if value.startswith("="):
        pick(page, label, value[1:])
    elif value.startswith("+"):
        form(page).get_by_role("group", name=label).get_by_role("button", name=value[1:]).click()
    else:
        form(page).get_by_role("textbox", name=label, exact=True).first.fill(value)


def filled_in(asked, records, names):
    """The page with the form of this row, opened by its button and filled in."""
    page = records.people[asked.who].page()
    page.goto(address(asked, records))
    records.looked_at.pop(asked.who, None)
    part = page.locator("main")
    if asked.menu:
        line(page, asked, records).get_by_role("button", name=MENU).first.click()
        part = page.get_by_role("dialog").last
    button = part.get_by_role("button", name=asked.name or names[asked.act], exact=True)
    button.locator("visible=true").first.click()
    for label, value in asked.fields.items():
        fill(page, label, value)
    return page


def sent(page, press):
    """What the server answers to the form when `press` has sent it."""
    with page.expect_response(lambda got: got.request.method in ("POST", "PATCH")) as answered:
        press()
    return answered.value
