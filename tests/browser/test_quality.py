"""Data quality: every check with its count, and from each row the way to where it is mended."""

import re

import pytest
from playwright.sync_api import expect

from tests.browser.coordinator import board, cookies, picture, violations

__all__ = ["board", "cookies"]
pytestmark = pytest.mark.browser


def opened(page, check):
    page.goto(f"/data-quality?check={check}")
    table = page.get_by_role("table")
    expect(table).to_be_visible()
    return table.locator("tbody tr")


def test_the_counts_are_those_of_the_rows(board):
    board.goto("/")
    board.get_by_role("link", name="Mọi kiểm tra dữ liệu").click()
    board.wait_for_url("**/data-quality")
    counts = board.locator("[data-check]")
    expect(counts.first).to_be_visible()
    told = {each.get_attribute("data-check"): each.inner_text() for each in counts.all()}
    whole = board.locator("[data-rows]").get_attribute("data-rows")
    assert sum(int(n.replace(".", "")) for n in told.values()) == int(whole)
    for check, count in list(told.items())[:4]:
        expect(opened(board, check)).to_have_count(min(int(count), 50))


def test_a_row_leads_to_the_record_in_its_agency_s_file(board):
    rows = opened(board, "findings_without_due_day")
    rows.first.get_by_role("link").click()
    board.wait_for_url(re.compile("/agencies/SNV.*record=finding"))
    finding = board.locator("tr[data-wanted]")
    expect(finding).to_be_in_viewport()
    expect(board.get_by_role("button", name="Lập hành động khắc phục")).to_be_visible()


def test_an_agency_without_accounts_leads_to_the_accounts(board):
    rows = opened(board, "agencies_without_accounts")
    name = rows.first.get_by_role("rowheader").inner_text()
    rows.first.get_by_role("link").click()
    board.wait_for_url("**/accounts?agency=*")
    expect(board.get_by_role("combobox", name="Cơ quan")).to_have_value(name)
    expect(board.get_by_role("button", name="Mời người dùng")).to_be_visible()


def test_it_is_readable_by_all_and_fits_a_phone(board):
    board.set_viewport_size({"width": 1440, "height": 900})
    opened(board, "agencies_without_accounts")
    assert violations(board) == []
    picture(board, "quality")
    board.set_viewport_size({"width": 360, "height": 740})
    assert board.evaluate("document.documentElement.scrollWidth") == 360
    picture(board, "quality_phone")
