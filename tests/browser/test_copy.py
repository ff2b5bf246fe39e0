"""The province's model list of a kind of agency, and an officer's list copied from it."""

import re

import pytest
from playwright.sync_api import expect

from tests.browser.coordinator import violations
from tests.browser.people import enter, form, save
from tests.browser.test_desk import picture

__all__ = ["enter"]
pytestmark = pytest.mark.browser


def test_a_model_list_is_kept_copied_in_part_and_undone(page, enter):
    enter("chuyenvien", "/agencies/STP?tab=documents")
    page.get_by_role("button", name="Lưu danh mục mẫu của tỉnh").click()
    form(page).get_by_role("textbox", name="Tên").fill("Mẫu cho các sở")
    save(page)
    expect(form(page)).to_have_count(0)
    page.goto("/model-lists")
    expect(page.get_by_text("Mẫu cho các sở")).to_be_visible()
    expect(page.get_by_role("rowheader", name="STCL-01")).to_be_visible()
    picture(page, "model_list")
    assert violations(page) == []

    enter("canbo.snv", "/agencies/SNV-2025?tab=documents")
    rollouts = page.request.get("/api/v1/agencies/SNV-2025/rollouts").json()["results"]
    own = max(rollouts, key=lambda each: each["documents"]["planned"] or 0)  # tests open others
    page.goto(f"/agencies/SNV-2025?tab=documents&rollout={own['id']}")
    page.get_by_role("button", name="Chép danh mục từ…").click()
    form(page).get_by_role("combobox", name="Chép từ").click()
    page.get_by_role("option", name="Mẫu cho các sở").click()
    expect(form(page).get_by_role("checkbox", name="Chọn CSCL-01")).to_be_disabled()
    form(page).get_by_role("checkbox", name="Chọn STCL-01").uncheck()
    told = form(page).get_by_text(re.compile(r"Sẽ thêm \d+ tài liệu; \d+ mã đã có"))
    count = re.search(r"\d+", told.inner_text())[0]
    picture(page, "copy")
    assert violations(page) == []
    form(page).get_by_role("button", name=f"Chép {count} tài liệu").click()
    expect(page.get_by_text(f"Đã chép {count} tài liệu.")).to_be_visible()
    expect(page.get_by_text("QT-BB-05").first).to_be_visible()
    expect(page.get_by_text("STCL-01")).to_have_count(0)

    page.get_by_role("link", name="Xem lần nạp, hoàn tác").click()
    page.get_by_role(
        "button", name=re.compile(f"Việc có thể làm: chep-{count}-tai-lieu")
    ).first.click()
    page.get_by_role("button", name="Hoàn tác lần nạp").click()
    form(page).get_by_label(re.compile("Lý do")).fill("Chép nhầm")
    save(page)
    expect(page.get_by_text(re.compile("đã hoàn tác")).first).to_be_visible()
