"""Acts that are rare and done by hand: paper, a pause, an observation, a record taken out."""

import json
import re
from pathlib import Path

import pytest
from playwright.sync_api import expect

from tests.browser.coordinator import violations
from tests.browser.people import TODAY, account, choose, enter, form, menu, save
from tests.browser.test_desk import a_photo, paste, pasted_table, picture

__all__ = ["enter"]
pytestmark = pytest.mark.browser
# Agencies of the illustration: its plan is not yet submitted; its plan waits for the council.
PLANNING, SUBMITTED = "XA-06799", "XA-07081"
HELP = Path(__file__).parents[2] / "frontend/src/i18n/help.json"
CLAUSE_HELP = json.loads(HELP.read_text("utf-8"))["audits"]["fields"]["clause"]["vi"]
WIDTHS = [360, 1024, 1280, 1300, 1366, 1440]


def allow_paper(page, enter, kind):
    """The administrator writes down that this kind of agency submits on paper."""
    enter("quantri", "/agencies/SNV-2025")
    cookies = {cookie["name"]: cookie["value"] for cookie in page.context.cookies()}
    told = {"code": f"four_eyes.paper.{kind}", "value": 1, "legal_basis": "Công văn thử nghiệm"}
    answer = page.request.post(
        "/api/v1/policy-values",
        data={**told, "valid_from": "2026-01-01"},
        headers={"X-CSRFToken": cookies["csrftoken"], "Referer": page.url},
    )
    assert answer.status == 201, answer.text()


def test_a_plan_is_submitted_on_paper_with_its_signed_original_and_taken_out(page, site, enter):
    allow_paper(page, enter, "ubnd_xa")
    account(site, "canbo.giay", "officer", PLANNING)
    enter("canbo.giay", f"/agencies/{PLANNING}?tab=plan")
    page.get_by_role("button", name="Trình bằng bản giấy đã ký").click()
    save(page)
    summary = form(page).get_by_role("alert")
    for field in ("Số bản gốc đã ký", "Ngày ký bản gốc", "Người ký bản gốc"):
        expect(summary.get_by_role("link", name=re.compile(field))).to_be_visible()
    form(page).get_by_role("textbox", name="Số bản gốc đã ký").fill("15/TTr-UBND")
    form(page).get_by_role("textbox", name="Ngày ký bản gốc").fill(TODAY)
    form(page).get_by_role("textbox", name="Người ký bản gốc").fill("Nguyễn Văn A")
    expect(form(page).get_by_role("textbox", name="Ngày gửi")).to_have_value(TODAY)
    scan = {"name": "to-trinh.png", "mimeType": "image/png", "buffer": a_photo("red")}
    form(page).locator("input[type=file]").first.set_input_files(scan)
    expect(form(page).get_by_text("to-trinh.png")).to_be_visible()
    save(page)
    expect(form(page)).to_have_count(0)
    expect(page.get_by_text("15/TTr-UBND").first).to_be_visible()
    picture(page, "on_paper")

    # The agency withdraws it: the coordinator takes the submission out, and says why.
    enter("chuyenvien", f"/agencies/{PLANNING}?tab=plan")
    menu(page, "Lần trình 1", "Hủy bản ghi")
    form(page).get_by_label(re.compile("Lý do")).fill("Cơ quan rút hồ sơ")
    missing = []
    page.on("response", lambda each: each.status == 404 and missing.append(each.url))
    save(page)
    expect(page.get_by_text("15/TTr-UBND")).to_have_count(0)
    assert missing == []


def test_a_head_pauses_a_rollout_and_lets_it_go_on(page, enter):
    enter("lanhdao.snv", "/agencies/SNV-2025?tab=proofs")
    flags = page.get_by_role("list", name="Cần chú ý")
    for kind in ("Tạm dừng", "Tiếp tục"):
        page.get_by_role("button", name="Tạm dừng, tiếp tục").click()
        choose(page, "Loại", kind)
        expect(form(page).get_by_role("textbox", name="Từ ngày")).to_have_value(TODAY)
        form(page).get_by_label("Nguyên nhân, lý do").fill("Sắp xếp bộ máy")
        save(page)
        expect(form(page)).to_have_count(0)
        expect(flags.get_by_text("Tạm dừng")).to_have_count(1 if kind == "Tạm dừng" else 0)
        picture(page, "pause" if kind == "Tạm dừng" else "resume")


def test_an_observation_is_settled_with_a_reason(page, site, enter):
    account(site, "canbo.xa", "officer", "XA-06757")
    enter("canbo.xa", "/agencies/XA-06757?tab=audits")
    menu(page, "LY-07/2026", "Ghi cách xử lý điểm lưu ý")
    save(page)
    expect(form(page).get_by_role("alert")).to_contain_text("Kết quả xem xét")
    choose(page, "Kết quả xem xét", "Không thực hiện")
    form(page).get_by_label("Lý do").fill("Không phù hợp quy mô của phường")
    save(page)
    expect(form(page)).to_have_count(0)
    picture(page, "observation")


def test_a_sheet_explains_its_columns_to_the_keyboard(page, enter):
    enter("canbo.snv", "/agencies/SLDTBXH?tab=audits")
    page.get_by_role("button", name="Ghi đánh giá nội bộ").click()
    form(page).get_by_role("button", name="Dán nhiều dòng").click()
    paste(page, form(page).get_by_label("Dán từ Word, Excel"), pasted_table())
    hint = form(page).get_by_role("button", name="Giải thích: Điều khoản")
    hint.focus()
    page.keyboard.press("Enter")
    expect(hint).to_have_attribute("aria-expanded", "true")
    expect(page.get_by_text(CLAUSE_HELP)).to_be_visible()
    picture(page, "sheet_help")
    assert violations(page) == []
    page.keyboard.press("Escape")
    expect(hint).to_have_attribute("aria-expanded", "false")
    expect(form(page).get_by_role("textbox", name="Hạn, dòng 3")).to_be_visible()


@pytest.mark.heavy
@pytest.mark.parametrize("name", ["canbo.snv", "lanhdao.snv", "chuyenvien", "bcd", "quantri"])
def test_no_page_is_wider_than_its_window(page, enter, name):
    enter(name, "/agencies/SNV-2025?tab=documents")
    wide = []
    for address in ("/", "/agencies", "/model-lists", "/procedures", "/imports"):
        page.goto(address)
        page.wait_for_load_state("networkidle")
        for width in WIDTHS:
            page.set_viewport_size({"width": width, "height": 800})
            whole = page.evaluate("document.scrollingElement.scrollWidth")
            bar = page.evaluate(
                "() => { const n = document.querySelector('#nav');"
                " return n.scrollWidth > n.clientWidth }"
            )
            if whole > width or bar:
                wide.append((address, width, whole, bar))
    assert wide == []
