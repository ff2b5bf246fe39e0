"""What leaves the house: a report and its file, indicators and their lists, feed tokens."""

import io
import re
import urllib.error
import urllib.request
import zipfile

import pytest
from playwright.sync_api import expect

from tests.browser.coordinator import board, cookies, picture, sign_in, violations
from tests.browser.people import form, save

__all__ = ["board", "cookies"]
pytestmark = pytest.mark.browser
WIDE, PHONE = {"width": 1440, "height": 900}, {"width": 360, "height": 740}


def seen_by_all(page, name):
    """Readable for everybody in both schemes, and no wider than a phone."""
    page.set_viewport_size(WIDE)
    assert violations(page) == []
    picture(page, name)
    page.set_viewport_size(PHONE)
    assert page.evaluate("document.documentElement.scrollWidth") == 360
    picture(page, f"{name}_phone")
    page.set_viewport_size(WIDE)


def words_of(docx):
    """The text of a .docx, runs joined."""
    xml = zipfile.ZipFile(io.BytesIO(docx)).read("word/document.xml").decode()
    return re.sub(r"<[^>]+>", "", re.sub(r"</w:p>", "\n", xml))


def test_the_report_of_an_agency_is_made_with_one_click_and_downloaded(board):
    board.goto("/agencies/SNV?as_of=2010-02-03")
    board.get_by_role("button", name="Báo cáo của cơ quan này").click()
    board.wait_for_url(re.compile(r"/reports/\d+"), timeout=60_000)
    expect(board.get_by_role("heading", level=1)).to_have_text("Báo cáo của cơ quan: Sở Nội vụ")
    expect(board.locator("[data-sha256]")).to_have_text(re.compile(r"^[0-9a-f]{64}$"))
    expect(board.get_by_text("Số liệu của ngày 03/02/2010 hôm nay vẫn đúng")).to_be_visible()
    with board.expect_download() as begun:
        board.get_by_role("link", name=".docx").click()
    text = words_of(begun.value.path().read_bytes())
    for fact in ("1985/QĐ-UBND", "3370/UBND-MT", "QUACERT", "35 tài liệu", "sớm 10 ngày"):
        assert fact in text, fact
    seen_by_all(board, "report")

    board.get_by_role("link", name="Báo cáo", exact=True).click()
    rows = board.get_by_role("table", name="Báo cáo").locator("tbody tr")
    expect(rows.first).to_contain_text("Báo cáo của cơ quan: Sở Nội vụ")
    expect(rows.first).to_contain_text("03/02/2010")
    seen_by_all(board, "reports")


def test_the_report_of_the_province_shows_how_far_it_is_and_keeps_its_texts(board):
    board.goto("/reports")
    board.get_by_role("button", name="Lập báo cáo").click()
    board.get_by_role("menuitem", name="Lập báo cáo kết quả của tỉnh").click()
    save(board)
    expect(board.get_by_role("heading", level=1)).to_have_text("Báo cáo kết quả của tỉnh")
    expect(board.get_by_text("đã lập xong")).to_be_visible(timeout=120_000)
    print_before = board.locator("[data-sha256]").inner_text()
    board.get_by_role("button", name="Sửa phần lời").click()
    form(board).get_by_label("III.3. Nguyên nhân").fill("Thiếu cán bộ chuyên trách.")
    save(board)
    expect(board.get_by_role("definition").filter(has_text="Thiếu cán bộ")).to_be_visible()
    expect(board.get_by_role("link", name=".pdf")).to_be_visible(timeout=120_000)
    expect(board.get_by_text("đã lập xong")).to_be_visible(timeout=120_000)
    assert board.locator("[data-sha256]").inner_text() == print_before


def test_the_council_signs_a_report_off(page, password):
    sign_in(page, password, "bcd")
    page.goto("/?as_of=2026-09-30")
    page.get_by_role("button", name="Trang tóm tắt").click()
    page.wait_for_url(re.compile(r"/reports/\d+"), timeout=60_000)
    page.get_by_role("button", name="Thông qua báo cáo").click()
    save(page)
    expect(page.get_by_text("Ban chỉ đạo thông qua ngày")).to_be_visible()


@pytest.mark.heavy
def test_each_number_of_an_indicator_opens_the_list_with_that_count(board):
    for address in ("/indicators", "/indicators?period=2026-H1"):
        board.goto(address)
        links = board.locator("[data-indicator] a[data-count]")
        expect(links.first).to_be_visible()
        told = {
            each.get_attribute("href"): each.get_attribute("data-count") for each in links.all()
        }
        chosen = [a for a in told if "figure=" not in a] + list(told)[:5]
        for href in chosen:
            board.goto(href)
            shown = board.locator("[data-rows]")
            expect(shown).to_have_attribute("data-rows", told[href])
    board.goto("/indicators")
    expect(board.locator("[data-indicator]")).to_have_count(9)
    seen_by_all(board, "indicators")


def test_a_token_is_shown_once_works_until_it_is_revoked(page, password, base_url):
    sign_in(page, password, "quantri")
    page.get_by_role("button", name=re.compile("^Tài khoản: ")).click()
    page.get_by_role("menuitem", name="Mã truy cập dữ liệu").click()
    page.get_by_role("button", name="Cấp mã truy cập").click()
    form(page).get_by_label("Bên đọc").fill("Cổng cải cách hành chính")
    save(page)
    token = page.locator("[data-token]").inner_text()
    seen_by_all(page, "feed_clients")
    assert answer(f"{base_url}/feeds/v1/agencies?limit=1", token) == 200

    page.reload()
    expect(page.get_by_role("link", name="Cổng cải cách hành chính")).to_be_visible()
    assert token not in page.content()
    page.get_by_role("link", name="Cổng cải cách hành chính").click()
    expect(page.get_by_role("table", name="Nhật ký yêu cầu")).to_contain_text("/feeds/v1/agencies")
    seen_by_all(page, "feed_client")

    page.get_by_role("button", name="Thu hồi mã").click()
    form(page).get_by_label("Lý do").fill("Hết nhu cầu")
    save(page)
    expect(page.get_by_text("đã thu hồi")).to_be_visible()
    assert answer(f"{base_url}/feeds/v1/agencies?limit=1", token) == 401


def answer(address, token):
    """The status with which the feed answers the token."""
    asked = urllib.request.Request(address, headers={"Authorization": f"Bearer {token}"})
    try:
        with urllib.request.urlopen(asked) as told:
            return told.status
    except urllib.error.HTTPError as refused:
        return refused.code
