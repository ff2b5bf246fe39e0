"""The board in a real browser: its figures, its day, its links, its looks."""

import re
from urllib.parse import urlsplit

import pytest
from playwright.sync_api import expect

from tests.browser.coordinator import board, cookies, picture, sign_in, violations

__all__ = ["board", "cookies"]
pytestmark = pytest.mark.browser
ARTICLE_DAY = "2010-02-03"
LISTS = re.compile(
    r"/api/v1/(progress/agencies|findings|documents|certificates|declarations|tasks)\?"
)


def tile(page, name):
    return page.locator("main").get_by_role("link", name=re.compile(f"^{name}: ")).first


def settled(page):
    expect(tile(page, "Cơ quan thuộc diện")).to_be_visible()
    expect(page.locator("[aria-busy=true]")).to_have_count(0)
    page.wait_for_load_state("networkidle")


def test_a_wrong_password_is_told_and_the_right_one_opens_the_board(page, password):
    page.goto("/?as_of=2020-01-01")
    page.wait_for_url("**/login*")
    page.get_by_label("Tên đăng nhập").fill("chuyenvien")
    page.locator("input[type=password]").fill("khong-phai-mat-khau")
    page.get_by_role("button", name="Đăng nhập").click()
    expect(page.get_by_role("alert")).to_be_visible()
    page.locator("input[type=password]").fill(password)
    page.get_by_role("button", name="Đăng nhập").click()
    expect(page.get_by_role("heading", name="Bức tranh toàn tỉnh")).to_be_visible()
    assert "as_of=2020-01-01" in page.url
    expect(page).to_have_title("Bức tranh toàn tỉnh · Lộ trình ISO")


def test_on_the_article_s_day_33_agencies_are_in_scope(board):
    board.goto(f"/?as_of={ARTICLE_DAY}")
    expect(tile(board, "Cơ quan thuộc diện")).to_have_text("33")
    expect(board.get_by_role("button", name="Tính đến ngày 03/02/2010")).to_be_visible()
    expect(board.locator("main")).to_contain_text("Đến ngày 03/02/2010")


def test_the_head_of_the_article_s_agency_sees_its_own_figures(page, password):
    sign_in(page, password, "lanhdao.snv")
    page.goto(f"/?as_of={ARTICLE_DAY}")
    expect(tile(page, "Tài liệu đang hiệu lực")).to_have_text("35")
    documents = page.get_by_role("region", name="Tài liệu theo loại")
    for kind, count in {"Quy trình bắt buộc": 6, "Quy trình tác nghiệp": 22}.items():
        row = documents.get_by_role("listitem").filter(has_text=kind)
        expect(row).to_contain_text(f"{count}/{count}")
    findings = page.get_by_role("region", name="Điểm phát hiện của đánh giá chứng nhận")
    for grade, count in {"loại 1": 0, "loại 2": 6, "lưu ý, khuyến nghị": 7}.items():
        row = findings.get_by_role("link", name=re.compile(f"{grade}: {count}$"))
        expect(row).to_be_visible()
    row = findings.get_by_role("link", name=re.compile("loại 2: 6"))
    row.click()
    expect(page.locator("[data-rows]")).to_have_attribute("data-rows", "6")
    expect(page.get_by_role("link", name="Sở Nội vụ").first).to_be_visible()


def test_the_day_moves_by_buttons_keyboard_and_mouse(board):
    board.goto("/")
    settled(board)
    expect(tile(board, "Cơ quan thuộc diện")).to_have_text("68")
    board.get_by_role("button", name="Ngày trước").click()
    board.wait_for_url(re.compile(r"as_of=\d{4}-\d\d-\d\d"))
    handle = board.get_by_role("slider")
    handle.focus()
    before = handle.get_attribute("aria-valuenow")
    handle.press("PageDown")
    expect(handle).not_to_have_attribute("aria-valuenow", before)
    line = handle.locator("xpath=..").bounding_box()
    board.mouse.click(line["x"] + line["width"] * 0.2, line["y"] + 30)
    expect(tile(board, "Cơ quan thuộc diện")).to_have_text("33")
    board.get_by_role("link", name="Cơ quan", exact=True).click()
    expect(board.locator("[data-rows]")).to_have_attribute("data-rows", "33")
    assert "as_of=201" in board.url
    board.get_by_role("button", name="Hôm nay").click()
    expect(board.locator("[data-rows]")).to_have_attribute("data-rows", "68")
    assert "as_of" not in board.url


def numbers(page):
    """Every number that is a link: its address and what it says; bands folded, then all open."""
    found = links(page)
    folded = page.locator("figure button[aria-expanded=false]:enabled")
    while folded.count():
        folded.first.click()
    return found | links(page)


def links(page):
    told = page.locator("main a[data-count]").evaluate_all(
        "all => all.map(a => [a.getAttribute('href'), Number(a.dataset.count), a.textContent])"
    )
    for href, count, text in told:
        shown = [int(n.replace(".", "")) for n in re.findall(r"\d[\d.]*", text)]
        assert count in shown, (href, count, text)
    assert len({(href, count) for href, count, _ in told}) == len({href for href, *_ in told})
    return {href: count for href, count, _ in told}


def test_every_number_opens_a_list_of_as_many_rows(board):
    board.goto("/")
    settled(board)
    found = numbers(board)
    assert len(found) > 60
    for address, count in found.items():
        # One row is drawn instead of a hundred; the count is that of the whole list.
        href = f"{address}{'&' if '?' in address else '?'}limit=1"
        with board.expect_response(lambda answer: bool(LISTS.search(answer.url))) as answer:
            board.evaluate("href => history.pushState({}, '', href)", href)
        assert answer.value.status == 200, href
        assert answer.value.json()["count"] == count, href
        board.wait_for_function(
            "n => document.querySelector('[data-rows]')?.dataset.rows === n", arg=str(count)
        )


def test_a_tile_leads_to_its_rows_and_back(board):
    board.goto("/")
    settled(board)
    certificates = board.get_by_role("link", name=re.compile("giấy chứng nhận$"))
    count = certificates.get_attribute("data-count")
    certificates.click()
    expect(board.locator("[data-rows]")).to_have_attribute("data-rows", count)
    assert urlsplit(board.url).path == "/proofs"
    board.go_back()
    expect(board.get_by_role("heading", name="Bức tranh toàn tỉnh")).to_be_visible()


def test_the_sentence_is_copied_with_its_link(board):
    board.context.grant_permissions(["clipboard-read", "clipboard-write"])
    board.goto(f"/?as_of={ARTICLE_DAY}")
    settled(board)
    board.get_by_role("button", name="Chép câu này kèm đường dẫn").click()
    expect(board.get_by_text("Đã chép")).to_be_visible()
    copied = board.evaluate("navigator.clipboard.readText()")
    assert "/33 cơ quan có công bố hoặc chứng nhận còn hiệu lực" in copied
    assert copied.endswith(f"/?as_of={ARTICLE_DAY}")


def test_english_comes_when_asked_for_and_stays(board):
    board.goto("/")
    settled(board)
    board.get_by_role("button", name="Xem bằng tiếng Anh").click()
    expect(board.get_by_role("heading", name="The province at a glance")).to_be_visible()
    board.reload()
    expect(board.get_by_role("heading", name="The province at a glance")).to_be_visible()
    assert board.evaluate("document.documentElement.lang") == "en"


def test_it_is_readable_by_all_and_fits_a_phone(board):
    board.set_viewport_size({"width": 1440, "height": 900})
    board.goto("/")
    settled(board)
    assert violations(board) == []
    picture(board, "board")
    board.set_viewport_size({"width": 360, "height": 740})
    assert board.evaluate("document.documentElement.scrollWidth") == 360
    picture(board, "board_phone")
    board.context.clear_cookies()
    board.goto("/login")
    expect(board.get_by_role("button", name="Đăng nhập")).to_be_visible()
    assert violations(board) == []
    assert board.evaluate("document.documentElement.scrollWidth") == 360
    picture(board, "login_phone")
