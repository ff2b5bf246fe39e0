"""The lists behind the board's numbers: filters in the address, order, pages, matrix, paper."""

import re

import pytest
from playwright.sync_api import expect

from tests.browser.coordinator import board, cookies, picture, violations

__all__ = ["board", "cookies"]
pytestmark = pytest.mark.browser
PAGES = {
    "agencies": "/agencies",
    "matrix": "/agencies?view=matrix",
    "findings": "/findings",
    "documents": "/documents",
    "certificates": "/proofs",
    "declarations": "/proofs?of=declarations",
    "tasks": "/tasks",
    "papers": "/decisions-and-directives",
    "decisions": "/decisions-and-directives?of=decisions",
    "directives": "/decisions-and-directives?of=directives",
    "missing": "/khong-co-trang-nay",
}


def rows(page):
    expect(page.locator("[data-rows]")).to_be_visible()
    expect(page.locator("[aria-busy=true]")).to_have_count(0)
    return int(page.locator("[data-rows]").get_attribute("data-rows"))


def names(page):
    return page.locator("tbody th a").all_inner_texts()


def test_filters_stand_in_the_address_and_survive_a_reload(board):
    board.goto("/agencies")
    whole = rows(board)
    board.get_by_role("combobox", name="Loại cơ quan").click()
    board.get_by_role("option", name="UBND phường").click()
    board.wait_for_url("**kind=ubnd_phuong*")
    board.keyboard.press("Escape")
    wards = rows(board)
    assert 0 < wards < whole
    board.reload()
    assert rows(board) == wards
    board.get_by_role("button", name="Bỏ lọc").click()
    expect(board.locator("[data-rows]")).to_have_attribute("data-rows", str(whole))


def test_a_name_is_found_without_marks(board):
    board.goto("/agencies?as_of=2010-02-03")
    box = board.get_by_role("searchbox", name="Tìm tên cơ quan")
    box.fill("so noi vu")
    box.press("Enter")
    expect(board.locator("tbody th a")).to_have_text(["Sở Nội vụ"])
    assert "as_of=2010-02-03" in board.url
    row = board.locator("tbody tr").first
    expect(row).to_contain_text("35/35")
    expect(row).to_contain_text("Đã khắc phục")


def test_names_stand_in_vietnamese_order_and_turn_round(board):
    board.goto("/agencies?kind=so&ordering=name")
    rows(board)
    up = names(board)
    assert up.index("Sở Dân tộc và Tôn giáo") < up.index("Sở Giáo dục và Đào tạo")
    board.get_by_role("button", name="Cơ quan", exact=True).click()
    board.wait_for_url("**ordering=-name*")
    expect(board.locator("tbody th a").first).to_have_text(up[-1])
    assert names(board) == up[::-1]


def test_conditions_that_came_with_a_link_are_shown_and_can_be_taken_away(board):
    board.goto("/agencies?rate=approved:numerator")
    approved = rows(board)
    board.get_by_role("button", name="Bỏ điều kiện: Đã phê duyệt kế hoạch").click()
    expect(board.locator("[data-rows]")).not_to_have_attribute("data-rows", str(approved))
    assert "rate" not in board.url


@pytest.mark.parametrize("at", ["/findings", "/documents", "/agencies", "/rule-values"])
def test_a_word_in_the_address_that_no_list_knows_changes_nothing(board, at):
    board.goto(at)
    whole = rows(board)
    board.goto(f"{at}?tab=editions&x=1")
    assert rows(board) == whole > 0


def test_pages_turn(board):
    board.goto("/documents?limit=20")
    count = rows(board)
    assert count > 40
    first = board.locator("tbody tr").first.inner_text()
    board.get_by_role("button", name="Trang sau").click()
    board.wait_for_url("**offset=20*")
    expect(board.get_by_text(re.compile(r"^21–40 trên"))).to_be_visible()
    assert rows(board) == count
    assert board.locator("tbody tr").first.inner_text() != first


def test_the_matrix_counts_its_columns_and_leads_to_the_agency(board):
    board.goto("/agencies")
    board.get_by_role("link", name="Ma trận giai đoạn").click()
    board.wait_for_url("**view=matrix*")
    count = rows(board)
    table = board.get_by_role("table", name="Ngày đạt từng giai đoạn")
    expect(table.locator("tbody tr:not(:first-child)")).to_have_count(count)
    here = sum(int(n) for n in re.findall(r"(\d+) ở đây", table.locator("thead").inner_text()))
    outside = table.locator("tbody th[scope=row]").filter(
        has_text=re.compile("Chưa có dữ liệu|Chưa triển khai|Tạm đình chỉ|Thu hồi|Hết hiệu lực")
    )
    assert here + outside.count() == count
    table.get_by_role("link").first.click()
    board.wait_for_url("**/agencies/*")


def test_rows_are_walked_by_keyboard(board):
    board.goto("/agencies")
    rows(board)
    links = board.locator("tbody th a")
    links.nth(0).focus()
    board.keyboard.press("ArrowDown")
    expect(links.nth(1)).to_be_focused()
    board.keyboard.press("ArrowUp")
    expect(links.nth(0)).to_be_focused()


@pytest.mark.parametrize("name", ["findings", "documents", "declarations", "decisions"])
def test_a_row_leads_to_its_agency_on_the_same_day(board, name):
    address = PAGES[name]
    board.goto(f"{address}{'&' if '?' in address else '?'}as_of=2026-06-30")
    assert rows(board) > 0
    board.locator("tbody a").first.click()
    board.wait_for_url(re.compile("/agencies/.*as_of=2026-06-30"))


def test_a_list_without_rows_says_what_would_be_here(board):
    board.goto("/proofs?as_of=2006-07-01")
    assert rows(board) == 0
    expect(board.get_by_text("Không có bản nào khớp bộ lọc")).to_be_visible()


def test_an_unknown_value_is_told_where_it_happened(page, cookies):
    page.context.add_cookies(cookies)
    page.goto("/agencies?cell=nowhere")
    expect(page.get_by_role("alert")).to_contain_text("nowhere")
    page.get_by_role("button", name="Bỏ lọc").click()
    assert rows(page) > 0


def test_the_matrix_is_printed_on_a3_landscape(board):
    board.goto("/agencies?view=matrix")
    rows(board)
    paper = board.pdf(prefer_css_page_size=True, print_background=True)
    box = re.search(rb"/MediaBox\s*\[\s*0 0 ([\d.]+) ([\d.]+)", paper)
    wide, high = float(box[1]), float(box[2])
    assert (round(wide / 72 * 25.4), round(high / 72 * 25.4)) == (420, 297)


@pytest.mark.parametrize("name", PAGES)
def test_a_list_is_readable_by_all_and_fits_a_phone(page, cookies, name):
    page.context.add_cookies(cookies)
    address = PAGES[name]
    page.set_viewport_size({"width": 1440, "height": 900})
    # Eight rows show every kind of cell; axe walks every one of them.
    page.goto(f"{address}{'&' if '?' in address else '?'}limit=8")
    if name != "missing":
        rows(page)
    expect(page).to_have_title(re.compile(" · Lộ trình ISO$"))
    assert violations(page) == []
    picture(page, f"list_{name}")
    page.set_viewport_size({"width": 360, "height": 740})
    assert page.evaluate("document.documentElement.scrollWidth") == 360
    if name == "findings":
        page.get_by_role("button", name=re.compile("^Bộ lọc")).click()
        assert violations(page) == []
        picture(page, "list_findings_phone")
