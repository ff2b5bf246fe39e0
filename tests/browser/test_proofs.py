"""Proofs and findings filled in by hand, each by the person whose act it is."""

import re

import pytest
from playwright.sync_api import expect

from tests.browser.coordinator import picture, violations
from tests.browser.people import (
    TODAY,
    account,
    choose,
    confirm,
    enter,
    form,
    menu,
    refused,
    save,
)

__all__ = ["enter"]
pytestmark = pytest.mark.browser
# Agencies of the illustration, each at its step.
MAJOR_OPEN, CORRECTED, REVIEWED, CERTIFIED = "XA-07168", "XA-06673", "XA-06874", "SGDDT"


def state(page, text):
    return page.get_by_role("tabpanel").get_by_text(text, exact=True)


def test_a_certificate_is_refused_with_the_reasons_at_the_button(page, enter):
    enter("chuyenvien", f"/agencies/{MAJOR_OPEN}?tab=proofs")
    button = page.get_by_role("button", name="Ghi giấy chứng nhận")
    refused(page, button, "điểm không phù hợp loại 1")
    button.press("Enter")
    expect(form(page)).to_have_count(0)


def test_the_coordinator_records_a_certificate(page, enter):
    enter("chuyenvien", f"/agencies/{CORRECTED}?tab=proofs")
    page.get_by_role("button", name="Ghi giấy chứng nhận").click()
    form(page).get_by_label("Số giấy chứng nhận").fill("HT 4321.26")
    form(page).get_by_label("Cơ quan ban hành, cấp").fill("QUACERT")
    form(page).get_by_label("Phạm vi").fill("Giải quyết thủ tục hành chính")
    for field, day in {"Ngày ban hành, cấp": TODAY, "Hiệu lực từ": TODAY}.items():
        form(page).get_by_role("textbox", name=field).fill(day)
    end = f"{TODAY[:6]}{int(TODAY[6:]) + 3}"
    form(page).get_by_role("textbox", name="Hiệu lực đến").fill(end)
    save(page)
    expect(page.get_by_text("Giấy chứng nhận số HT 4321.26")).to_be_visible()
    expect(state(page, "còn hiệu lực")).to_be_visible()
    expect(page.locator("header").get_by_text("Đã được cấp GCN")).to_be_visible()


def happens(page, number, kind, day):
    """Record what happened to a certificate."""
    menu(page, number, "Ghi đình chỉ, khôi phục, thu hồi")
    choose(page, "Loại", kind)
    form(page).get_by_role("textbox", name="Từ ngày").fill(day)
    form(page).get_by_label("Nguyên nhân, lý do").fill("Theo kết luận đánh giá giám sát")
    form(page).get_by_label("Số văn bản").fill("15/TB-QUACERT")
    save(page)
    expect(form(page)).to_have_count(0)


def test_a_certificate_is_suspended_and_restored(page, enter):
    enter("chuyenvien", f"/agencies/{CERTIFIED}?tab=proofs")
    one = page.get_by_role("listitem").filter(has_text="còn hiệu lực").first
    name = one.get_by_role("button", name=re.compile("^Việc có thể làm: ")).get_attribute(
        "aria-label"
    )
    number = name.removeprefix("Việc có thể làm: ")
    happens(page, number, "Tạm đình chỉ", TODAY)
    expect(state(page, f"tạm đình chỉ từ {TODAY}")).to_be_visible()
    happens(page, number, "Khôi phục", TODAY)
    expect(state(page, "còn hiệu lực")).to_be_visible()
    expect(page.get_by_role("heading", name="Thay đổi hiệu lực")).to_be_visible()


def test_the_head_declares_and_is_never_called_certified(page, site, enter):
    account(site, "lanhdao.dienxa", "head", REVIEWED)
    enter("lanhdao.dienxa", f"/agencies/{REVIEWED}?tab=proofs")
    expect(page.get_by_role("button", name="Ghi giấy chứng nhận")).to_have_count(0)
    page.get_by_role("button", name="Ký công bố").click()
    save(page)
    expect(form(page).get_by_role("alert")).to_be_focused()
    form(page).get_by_label("Số, ký hiệu").fill("01/CB-UBND")
    form(page).get_by_label("Phạm vi").fill("Các thủ tục hành chính của xã")
    form(page).get_by_label("Người ký").fill("Chủ tịch UBND xã")
    form(page).get_by_role("textbox", name="Ngày ký").fill(TODAY)
    save(page)
    expect(page.get_by_text("Công bố lần đầu · 01/CB-UBND")).to_be_visible()
    expect(page.locator("header").get_by_text("Đã công bố")).to_be_visible()
    assert "Đã được cấp GCN" not in page.locator("header").last.inner_text()


def test_the_officer_closes_a_finding_and_the_coordinator_verifies_it(page, site, enter):
    account(site, "canbo.haan", "officer", MAJOR_OPEN)
    enter("canbo.haan", f"/agencies/{MAJOR_OPEN}?tab=audits")
    row = page.get_by_role("row").filter(has_text=re.compile("quá hạn|chưa làm xong")).first
    code = row.get_by_role("cell").first.inner_text()
    row.get_by_role("button").first.click()
    page.get_by_role("button", name="Báo đã khắc phục xong").click()
    form(page).get_by_role("textbox", name="Hoàn thành").fill(TODAY)
    form(page).get_by_label("Nguyên nhân, lý do").fill("Chưa phân công người lưu hồ sơ")
    choose(page, "Nhóm nguyên nhân", "Quy trình")
    save(page)
    expect(form(page)).to_have_count(0)
    row = page.get_by_role("row").filter(has_text=code).first
    expect(row).to_contain_text("chưa được xác nhận")
    expect(page.get_by_role("button", name="Xác nhận khắc phục")).to_have_count(0)

    enter("chuyenvien", f"/agencies/{MAJOR_OPEN}?tab=audits")
    row = page.get_by_role("row").filter(has_text=code).first
    row.get_by_role("button").first.click()
    effect = page.get_by_role("button", name="Kiểm tra hiệu lực khắc phục")
    refused(page, effect, "xác nhận")
    page.get_by_role("button", name="Xác nhận khắc phục", exact=True).click()
    form(page).get_by_role("textbox", name="Ngày xác nhận").fill(TODAY)
    save(page)
    expect(form(page)).to_have_count(0)
    expect(page.get_by_role("row").filter(has_text=code).first).to_contain_text("đã được xác nhận")
    page.get_by_role("button", name="Mở lại").click()
    form(page).get_by_label("Lý do").fill("Kiểm tra thực tế thấy chưa xong")
    save(page)
    expect(page.get_by_text("mở lại", exact=False).first).to_be_visible()


def test_an_extension_names_who_agreed_and_a_repeat_its_earlier_finding(page, enter):
    enter("chuyenvien", f"/agencies/{MAJOR_OPEN}?tab=audits")
    row = page.get_by_role("row").filter(has_text="quá hạn").first
    row.get_by_role("button").first.click()
    page.get_by_role("button", name="Gia hạn khắc phục").click()
    due = f"31/12/{int(TODAY[6:]) + 1}"
    form(page).get_by_role("textbox", name="Hạn mới").fill(due)
    form(page).get_by_label("Người đồng ý").fill("Chánh Văn phòng UBND tỉnh")
    form(page).get_by_label("Lý do").fill("Chờ bố trí kinh phí")
    save(page)
    steps = page.get_by_role("list", name="Các bước xử lý")
    expect(steps).to_contain_text(f"hạn mới {due} · người đồng ý: Chánh Văn phòng UBND tỉnh")
    assert violations(page) == []
    picture(page, "finding")

    page.get_by_role("button", name="Ghi đánh giá nội bộ").click()
    form(page).get_by_role("textbox", name="Từ ngày").fill(TODAY)
    findings = form(page).get_by_role("group", name="Các điểm phát hiện")
    findings.get_by_role("button", name="Thêm dòng").click()
    choose(page, "Loại điểm", "Điểm không phù hợp loại 2")
    form(page).get_by_role("textbox", name="Điều khoản").fill("7.5.3")
    form(page).get_by_role("button", name="Ghi là lặp lại điểm này").click()
    expect(form(page).get_by_role("combobox", name="Lặp lại điểm")).to_have_value(
        re.compile("7.5.3")
    )
    form(page).get_by_label("Lý do").fill("Ghi thay theo báo cáo của phường")
    save(page)
    confirm(page)
    expect(form(page)).to_have_count(0)
    row = page.get_by_role("row").filter(has_text="7.5.3").last
    row.get_by_role("button").first.click()
    expect(page.get_by_text("Lặp lại một điểm phát hiện trước đó")).to_be_visible()
