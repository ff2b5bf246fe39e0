"""Numbers of the law, dates of editions and scope: kept by the administrator, read by all."""

import re

import pytest
from playwright.sync_api import expect

from tests.browser.coordinator import picture, sign_in, violations
from tests.browser.people import choose, form, menu, save

pytestmark = pytest.mark.browser
LINK = "Liên kết đặt mật khẩu dùng được trong"


@pytest.fixture
def administrator(page, password):
    """The administrator's browser; a refused form is noted by it, anything else fails the test."""
    complaints = []
    page.on("console", lambda said: said.type == "error" and complaints.append(said.text))
    page.on("pageerror", lambda thrown: complaints.append(str(thrown)))
    sign_in(page, password, "quantri")
    yield page
    assert [said for said in complaints if "status of 4" not in said] == []


def number(page, code):
    return page.locator(f"tr[data-code='{code}']")


def fill(page, **fields):
    for name, text in fields.items():
        form(page).get_by_label(re.compile(f"^{name.replace('_', ' ')}")).first.fill(text)


def test_a_new_value_holds_from_its_day_and_the_one_before_stays(administrator, password):
    page = administrator
    page.get_by_role("button", name=re.compile("^Tài khoản: ")).click()
    page.get_by_role("menuitem", name="Thông số và phạm vi").click()
    page.get_by_role("searchbox", name="Tìm thông số, căn cứ").fill("lien ket dat mat khau")
    page.keyboard.press("Enter")
    row = number(page, "password_link.hours")
    expect(page.locator("tr[data-code]")).to_have_count(1)
    expect(row).to_contain_text("chưa xác nhận")

    page.get_by_role("button", name=f"Việc có thể làm: {LINK}").click()
    form(page).get_by_role("button", name="Thêm giá trị từ ngày…").click()
    expect(form(page)).to_contain_text("Giá trị đang áp dụng kết thúc vào hôm trước")
    fill(page, Giá_trị="9000", Áp_dụng_từ_ngày="1/1/1999")
    save(page)
    expect(form(page).get_by_role("alert")).to_contain_text("Căn cứ")
    fill(page, Căn_cứ="QĐ 15/2026/QĐ-UBND")
    save(page)
    for reason in ("không được lớn hơn 8760", "sớm hơn năm 2001"):
        expect(form(page).get_by_role("alert")).to_contain_text(reason)
    fill(page, Giá_trị="48", Áp_dụng_từ_ngày="1/10/2026")
    save(page)
    expect(form(page)).to_have_count(0)
    expect(row).to_contain_text("48 giờ")
    expect(row).to_contain_text("từ 01/10/2026")

    row.get_by_role("button", name="Các giá trị khác (1)").focus()
    page.keyboard.press("Enter")
    before = page.locator("tr[data-state=past]")
    expect(before).to_contain_text("24 giờ")
    expect(before).to_contain_text("đến 30/09/2026")
    page.goto("/rule-values?search=lien+ket+dat+mat+khau&as_of=2026-09-30")
    expect(row).to_contain_text("24 giờ")
    expect(row).to_contain_text("48 giờ từ 01/10/2026")

    page.goto("/rule-values?confirmed=false")
    menu(page, LINK, "Sửa, xác nhận giá trị")
    choose(page, "Xác nhận", "Đã xác nhận")
    save(page)
    expect(form(page).get_by_role("alert")).to_contain_text("Lý do")
    fill(page, Lý_do="Đã đọc văn bản")
    save(page)
    expect(form(page)).to_have_count(0)
    expect(row).to_have_count(0)

    page.context.clear_cookies()
    sign_in(page, password)
    page.goto("/rule-values")
    expect(row).to_contain_text("48 giờ")
    expect(row).to_contain_text("đã xác nhận")
    expect(
        page.get_by_role("button", name=re.compile("Thêm giá trị|Việc có thể làm"))
    ).to_have_count(0)
    page.goto("/")
    expect(page.get_by_role("heading", name="Bức tranh toàn tỉnh")).to_be_visible()
    expect(page.get_by_role("alert")).to_have_count(0)


def test_a_date_of_an_edition_is_entered_when_it_is_confirmed(administrator):
    page = administrator
    page.goto("/rule-values?of=editions")
    expect(page.locator("tbody[data-edition='2026']")).to_contain_text("chưa xác nhận")
    row = page.locator("tbody[data-edition='2015'] tr").filter(has_text="Công bố TCVN")
    expect(row).to_contain_text("chưa có ngày")
    menu(page, "TCVN ISO 9001:2015, Công bố TCVN", "Sửa, xác nhận mốc ngày")
    choose(page, "Xác nhận", "Đã xác nhận")
    fill(page, Nguồn="", Lý_do="Theo quyết định công bố")
    save(page)
    for reason in ("Chưa có ngày thì chưa xác nhận được", "Nêu nguồn khi xác nhận"):
        expect(form(page).get_by_role("alert")).to_contain_text(reason)
    fill(page, Ngày="31/12/2015", Nguồn="QĐ công bố TCVN ISO 9001:2015")
    save(page)
    expect(form(page)).to_have_count(0)
    expect(row).to_contain_text("31/12/2015")
    expect(row).to_contain_text("đã xác nhận")


def test_a_scope_rule_begins_and_ends_on_its_days(administrator):
    page = administrator
    page.goto("/rule-values?of=scope")
    page.get_by_role("button", name="Thêm quy định về phạm vi").click()
    fill(page, Áp_dụng_từ_ngày="1/1/2035", Căn_cứ="Văn bản thử nghiệm")
    save(page)
    expect(form(page).get_by_role("alert")).to_contain_text("Nêu một loại cơ quan hoặc một cơ quan")
    choose(page, "Loại cơ quan", "Chi cục")
    save(page)
    expect(form(page)).to_have_count(0)
    row = page.locator("tr[data-state=coming]")
    expect(row).to_contain_text("từ 01/01/2035")
    menu(page, "Chi cục", "Thôi áp dụng từ sau ngày")
    fill(page, Ngày_cuối_cùng_áp_dụng="30/6/2035", Lý_do="Văn bản thử nghiệm")
    save(page)
    expect(row).to_contain_text("01/01/2035 – 30/06/2035")


@pytest.mark.parametrize("part", ["values", "editions", "scope"])
def test_it_is_readable_by_all_and_fits_a_phone(administrator, part):
    page = administrator
    page.set_viewport_size({"width": 1440, "height": 900})
    page.goto(f"/rule-values?of={part}")
    expect(page.get_by_role("table")).to_be_visible()
    assert violations(page) == []
    picture(page, f"rule_values_{part}")
    page.set_viewport_size({"width": 360, "height": 740})
    assert page.evaluate("document.documentElement.scrollWidth") == 360
    assert violations(page) == []
    picture(page, f"rule_values_{part}_phone")
    page.emulate_media(media="print")
    expect(page.get_by_role("button", name=re.compile("^Thêm|^Ghi"))).to_have_count(0)
