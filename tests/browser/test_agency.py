"""An agency's file in a real browser: the road it came, the forms of its facts, phone and dark."""

import re
from pathlib import Path

import pytest
from axe_playwright_python.sync_playwright import Axe
from playwright.sync_api import expect

from tests.browser.people import TODAY, choose, confirm, enter, form, save

__all__ = ["enter"]
pytestmark = pytest.mark.browser
PICTURES = Path(__file__).parent / "pictures"
ARTICLE = "/agencies/SNV?as_of=2010-02-03"


def picture(page, name):
    PICTURES.mkdir(exist_ok=True)
    page.screenshot(path=PICTURES / f"agency_{name}.png", full_page=True)


def violations(page):
    found = Axe().run(page, options={"resultTypes": ["violations"]}).response["violations"]
    return [(each["id"], [node["target"] for node in each["nodes"]]) for each in found]


def test_the_article_s_day_shows_the_road_and_what_is_missing(page, enter):
    enter("bcd", ARTICLE)
    road = page.get_by_role("list", name=re.compile("Hành trình"))
    approved = road.get_by_role("listitem").filter(has_text="Đã phê duyệt")
    expect(approved).to_contain_text("20/06/2008")
    expect(approved).to_contain_text("1985/QĐ-UBND")
    expect(approved).to_contain_text("sau 350 ngày")
    expect(road.locator("[aria-current=step]")).to_contain_text("Đã khắc phục")
    expect(page.get_by_text("Còn 6 điểm không phù hợp chưa được")).to_be_visible()
    expect(page.get_by_text("350 ngày từ đề án đến quyết định, 559 ngày")).to_be_visible()
    expect(page.get_by_text("35 tài liệu (32 quy trình)")).to_be_visible()
    findings = "0 loại 1 · 6 loại 2 · 7 lưu ý; 6 chưa được xác nhận; sớm 10 ngày"
    expect(page.get_by_text(findings)).to_be_visible()
    expect(page.get_by_role("link", name="Sở Dân tộc và Tôn giáo")).to_be_visible()
    picture(page, "article")
    page.get_by_role("tab", name="Tài liệu").click()
    expect(page.get_by_text("22 theo nguồn, chưa có danh mục")).to_be_visible()
    expect(page).to_have_url(re.compile("tab=documents"))


def test_a_journey_from_opening_to_findings(page, enter):
    enter("canbo.snv", "/agencies/SNV-2025")
    page.get_by_role("button", name="Mở đợt xây dựng, áp dụng").click()
    choose(page, "Hình thức", "Chứng nhận tự nguyện")
    choose(page, "Phiên bản tiêu chuẩn", "TCVN ISO 9001:2015")
    save(page)
    expect(page.get_by_role("heading", name="Chứng nhận tự nguyện")).to_be_visible()

    page.get_by_role("button", name="Ghi đề án, kế hoạch").click()
    form(page).get_by_label("Tên", exact=True).fill("Kế hoạch áp dụng tại Sở Nội vụ")
    form(page).get_by_role("textbox", name="Bắt đầu").fill(TODAY)
    save(page)
    picture(page, "warning")
    confirm(page, "kinh phí")
    expect(page.get_by_text("Kế hoạch «Kế hoạch áp dụng tại Sở Nội vụ»")).to_be_visible()
    expect(page.locator("header").get_by_text("Lập đề án")).to_be_visible()
    picture(page, "plan")

    enter("chuyenvien", "/agencies/SNV-2025?tab=proofs")
    refused = page.get_by_role("button", name="Ghi giấy chứng nhận")
    expect(refused).to_have_attribute("aria-disabled", "true")
    refused.focus()
    expect(page.get_by_text("Chưa thực hiện được vì:").last).to_be_visible()

    page.get_by_role("tab", name="Đánh giá và điểm phát hiện").click()
    page.get_by_role("button", name="Ghi cuộc đánh giá").click()
    choose(page, "Tổ chức chứng nhận", re.compile("QUACERT"))
    choose(page, "Loại cuộc đánh giá", "Giai đoạn 1")
    form(page).get_by_role("textbox", name="Từ ngày").fill(TODAY)
    form(page).get_by_role("button", name="Dán nhiều dòng").click()
    pasted = "loại 2\t2\tNC-01\t8.4\tVăn phòng\nlưu ý\t\tLY-01\t7.1\tThanh tra"
    form(page).get_by_label("Dán từ Word, Excel").fill(pasted)
    form(page).get_by_role("button", name="Đưa vào biểu").click()
    expect(form(page).get_by_text("Đã hiểu 2 dòng")).to_be_visible()
    picture(page, "audit_form")
    save(page)
    expect(page.get_by_text("0 loại 1 · 2 loại 2 · 1 lưu ý").first).to_be_visible()
    expect(page.get_by_role("row").filter(has_text="NC-01")).to_have_count(2)
    page.get_by_role("tab", name="Lịch sử").click()
    expect(page.get_by_text("Ghi cuộc đánh giá").first).to_be_visible()


def test_a_malformed_number_is_refused_at_its_field(page, enter):
    enter("chuyenvien", "/agencies/SNV?act=decision.record")
    form(page).get_by_label("Số, ký hiệu").fill("1985/ QĐ-UBND")
    form(page).get_by_label("Cơ quan ban hành, cấp").fill("UBND tỉnh Quảng Ninh")
    save(page)
    summary = form(page).get_by_role("alert")
    expect(summary).to_be_focused()
    expect(summary).to_contain_text("1985/QĐ-UBND")
    number = form(page).get_by_label("Số, ký hiệu")
    expect(number).to_have_attribute("aria-invalid", "true")
    expect(number).to_have_accessible_description(re.compile("1985/QĐ-UBND"))
    summary.get_by_role("link").first.click()
    expect(number).to_be_focused()


@pytest.mark.parametrize("scheme", ["light", "dark"])
def test_the_file_and_a_form_can_be_read_by_everybody(page, enter, scheme):
    page.add_init_script(f"localStorage.setItem('mantine-color-scheme-value', '{scheme}')")
    page.emulate_media(reduced_motion="reduce")
    enter("chuyenvien", f"{ARTICLE}&tab=audits")
    expect(page.get_by_role("table")).to_be_visible()
    assert violations(page) == []
    page.get_by_role("button", name="Ghi cuộc đánh giá").click()
    expect(form(page)).to_be_visible()
    page.wait_for_timeout(300)
    assert violations(page) == []
    picture(page, f"form_{scheme}")


def test_a_phone_does_not_scroll_sideways(page, enter):
    page.set_viewport_size({"width": 360, "height": 740})
    enter("chuyenvien", ARTICLE)
    for tab in page.get_by_role("tab").all():
        tab.click()
        expect(page.get_by_role("tabpanel").get_by_role("heading").first).to_be_visible()
        page.wait_for_load_state("networkidle")
        assert page.evaluate("document.documentElement.scrollWidth") <= 360, tab.inner_text()
    picture(page, "phone")
