"""Somebody signed in, how a form is filled in, and accounts of other people."""

import re
from datetime import datetime
from zoneinfo import ZoneInfo

import pytest
from playwright.sync_api import expect

TODAY = datetime.now(ZoneInfo("Asia/Ho_Chi_Minh")).strftime("%d/%m/%Y")


SESSIONS = {}  # of people who have signed in by hand before


@pytest.fixture
def enter(page, password):
    """Sign in as somebody, by hand unless the session of an earlier test still stands; what the
    console complains about meanwhile fails the test.
    """
    complaints = []
    page.on("console", lambda said: said.type == "error" and complaints.append(said.text))
    page.on("pageerror", lambda thrown: complaints.append(str(thrown)))

    def sign_in(username, address):
        page.context.clear_cookies()
        page.context.add_cookies(SESSIONS.get(username, []))
        page.goto(address)
        tabs, name = page.get_by_role("tablist"), page.get_by_label("Tên đăng nhập")
        expect(tabs.or_(name).first).to_be_visible()
        if name.is_visible():
            name.fill(username)
            page.locator("input[type=password]").fill(password)
            page.get_by_role("button", name="Đăng nhập").click()
            expect(tabs).to_be_visible()
        SESSIONS[username] = page.context.cookies()
        return page

    yield sign_in
    # Refused forms and a lost connection are part of the tests: the browser notes each of them.
    meant = ("status of 4", "ERR_INTERNET_DISCONNECTED")
    assert [said for said in complaints if not any(each in said for each in meant)] == []


def form(page):
    return page.get_by_role("dialog")


def save(page):
    form(page).get_by_role("button", name="Ghi nhận").click()


def confirm(page, *warnings):
    """What is unusual is told in words; the person has looked and writes it all the same."""
    notice = form(page).get_by_role("alert")
    for words in warnings:
        expect(notice).to_contain_text(words)
    notice.get_by_role("button", name="Tôi đã xem, vẫn ghi").click()


def choose(page, field, option):
    form(page).get_by_role("combobox", name=field).first.click()
    page.get_by_role("option", name=option).click()


def account(site, name, role, agency):
    """An account of the agency, with the password of all demonstration accounts."""
    site.manage("create_account", name, "--role", role, "--agency", agency)


def menu(page, name, act):
    """Open the menu of a record and choose one of its acts."""
    page.get_by_role("button", name=f"Việc có thể làm: {name}").first.click()
    page.get_by_role("button", name=act, exact=True).last.click()


def refused(page, button, *why):
    """The disabled button says every one of these reasons to the eye and to a screen reader."""
    expect(button).to_have_attribute("aria-disabled", "true")
    for reason in why:
        expect(button).to_have_accessible_description(re.compile(reason))
    button.focus()
    said = page.locator("[aria-hidden=true]").filter(has_text="Chưa thực hiện được vì:").last
    expect(said).to_be_visible()
    for reason in why:
        expect(said).to_contain_text(reason)
