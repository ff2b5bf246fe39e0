"""A plan that comes back: opinions, answers, rounds; leave from a deadline; what people say."""

import pytest
from playwright.sync_api import expect

from tests.browser.coordinator import picture, violations
from tests.browser.people import TODAY, account, choose, enter, form, refused, save

__all__ = ["enter"]
pytestmark = pytest.mark.browser
# Agencies of the illustration: its plan came back with opinions; its plan waits for the council.
RETURNED, SUBMITTED = "XA-06931", "XA-07180"


def answer(page, n, words):
    page.get_by_role("button", name=f"Trả lời ý kiến {n}").click()
    box = page.get_by_role("list", name="Ý kiến của Hội đồng").locator("form")
    box.get_by_label("Nội dung trả lời").fill(words)
    box.get_by_role("button", name="Ghi nhận").click()
    expect(page.get_by_text(f"Trả lời: {words} ({TODAY})")).to_be_visible()


def test_each_opinion_is_answered_before_the_plan_goes_again(page, site, enter):
    account(site, "lanhdao.quangduc", "head", RETURNED)
    enter("lanhdao.quangduc", f"/agencies/{RETURNED}?tab=plan")
    submit = page.get_by_role("button", name="Trình thẩm định", exact=True)
    expect(page.get_by_text("còn 2/2 ý kiến chưa trả lời")).to_be_visible()
    refused(page, submit, "Còn 2 ý kiến")
    answer(page, 1, "Đã bổ sung phạm vi tại mục 2")
    refused(page, submit, "Còn 1 ý kiến")
    answer(page, 2, "Đã thêm bảng tiến độ")
    expect(submit).not_to_have_attribute("aria-disabled", "true")
    submit.click()
    form(page).get_by_label("Số, ký hiệu").fill("12/TTr-UBND")
    form(page).get_by_role("textbox", name="Ngày gửi").fill(TODAY)
    save(page)
    expect(page.get_by_text("Lần trình 2 · 12/TTr-UBND")).to_be_visible()
    refused(page, submit, "lần 2")


def test_the_coordinator_sends_a_plan_back_with_opinions(page, enter):
    enter("chuyenvien", f"/agencies/{SUBMITTED}?tab=plan")
    page.get_by_role("button", name="Trả lại kèm ý kiến").click()
    form(page).get_by_label("Lý do").fill("Hội đồng yêu cầu bổ sung")
    save(page)
    expect(form(page).get_by_role("alert")).to_contain_text("Hạn trình lại")
    form(page).get_by_label("Ý kiến của Hội đồng").fill("Nêu rõ phạm vi\nBổ sung kinh phí\n")
    form(page).get_by_role("textbox", name="Hạn trình lại").fill(f"31/12/{int(TODAY[6:]) + 1}")
    save(page)
    opinions = page.get_by_role("list", name="Ý kiến của Hội đồng").first
    expect(opinions.get_by_role("listitem")).to_have_count(2)
    expect(opinions).to_contain_text("2. Bổ sung kinh phí")
    flags = page.get_by_role("list", name="Cần chú ý")
    expect(flags).to_contain_text("Bị trả lại")
    refused(page, page.get_by_role("button", name="Trả lại kèm ý kiến"), "trả lại")


def test_an_exemption_has_a_decision_and_an_end_and_is_ended_early(page, enter):
    enter("chuyenvien", f"/agencies/{SUBMITTED}?tab=plan")
    flags = page.get_by_role("list", name="Cần chú ý")
    expect(flags).to_contain_text("Quá hạn")
    page.get_by_role("button", name="Cho phép miễn, hoãn có thời hạn").click()
    choose(page, "Được miễn, hoãn", "Hoãn thời hạn")
    form(page).get_by_role("textbox", name="Đến ngày").fill(f"31/12/{int(TODAY[6:]) + 1}")
    form(page).get_by_label("Lý do").fill("Khắc phục hậu quả bão")
    save(page)
    expect(form(page).get_by_role("alert")).to_be_focused()
    form(page).get_by_label("Số văn bản cho phép").fill("77/UBND-KGVX")
    save(page)
    expect(page.get_by_text("theo 77/UBND-KGVX")).to_be_visible()
    expect(flags).to_contain_text("Được miễn")
    expect(flags).not_to_contain_text("Quá hạn")
    page.get_by_role("button", name="Kết thúc miễn, hoãn").click()
    save(page)
    expect(page.get_by_text(f"kết thúc sớm từ {TODAY}")).to_be_visible()
    expect(flags).not_to_contain_text("Được miễn")


def test_comments_stand_beside_the_history_and_are_taken_out_by_their_author(page, enter):
    enter("canbo.snv", "/agencies/SNV-2025?tab=plan")
    page.get_by_role("button", name="Việc có thể làm: Đề án, kế hoạch").first.click()
    page.get_by_role("link", name="Lịch sử và trao đổi").click()
    expect(page.get_by_text("Chỉ xem lịch sử của: Đề án, kế hoạch")).to_be_visible()
    talk = page.get_by_role("region", name="Trao đổi")
    talk.get_by_role("textbox", name="Ý kiến").fill("Bản ký nằm ở văn thư")
    talk.get_by_role("button", name="Ghi nhận").click()
    expect(talk.get_by_role("listitem")).to_contain_text("Bản ký nằm ở văn thư")
    expect(talk.get_by_role("textbox", name="Ý kiến")).to_have_value("")

    enter("lanhdao.snv", "/agencies/SNV-2025?tab=history")
    said = page.get_by_role("region", name="Trao đổi").get_by_role("listitem")
    expect(said).to_contain_text("về: Đề án, kế hoạch")
    said.get_by_role("button", name="Việc có thể làm").click()
    expect(page.get_by_text("người viết")).to_be_visible()

    enter("canbo.snv", "/agencies/SNV-2025?tab=history")
    page.wait_for_load_state("networkidle")  # what arrives late draws the list, and its menu, anew
    said.get_by_role("button", name="Việc có thể làm").click()
    page.get_by_role("button", name="Hủy ý kiến trao đổi").click()
    form(page).get_by_label("Lý do").fill("Ghi nhầm hồ sơ")
    save(page)
    expect(page.get_by_text("Chưa có ý kiến trao đổi nào")).to_be_visible()


def test_the_trail_is_filtered_by_the_server(page, enter):
    enter("chuyenvien", "/agencies/SNV-2025?tab=history")
    trail = page.get_by_role("region", name="Lịch sử")
    trail.get_by_role("combobox", name="Việc").click()
    page.get_by_role("option", name="Trình thẩm định", exact=True).click()
    acts = trail.locator("ol > li strong")
    expect(acts.filter(has_not_text="Trình thẩm định")).to_have_count(0)
    expect(acts.first).to_be_visible()
    assert set(acts.all_inner_texts()) == {"Trình thẩm định"}
    trail.get_by_role("textbox", name="Đến ngày").fill("01/01/2006")
    trail.get_by_role("textbox", name="Đến ngày").press("Enter")
    expect(trail.get_by_text("Không có việc nào khớp bộ lọc")).to_be_visible()
    trail.get_by_role("button", name="Bỏ lọc").click()
    # How much was done to the agency since depends on the journeys before this one.
    expect(acts.filter(has_not_text="Trình thẩm định").first).to_be_visible()


def test_rounds_and_comments_are_readable_by_all_and_fit_a_phone(page, enter):
    page.emulate_media(reduced_motion="reduce")
    enter("chuyenvien", f"/agencies/{SUBMITTED}?tab=plan")
    page.get_by_role("button", name="Trả lời ý kiến 1").click()
    expect(page.get_by_label("Nội dung trả lời")).to_be_visible()
    assert violations(page) == []
    picture(page, "rounds")
    page.set_viewport_size({"width": 360, "height": 740})
    assert page.evaluate("document.documentElement.scrollWidth") == 360
    picture(page, "rounds_phone")
    page.get_by_role("tab", name="Lịch sử").click()
    expect(page.get_by_role("region", name="Trao đổi")).to_be_visible()
    expect(page.get_by_text("Trả lại kèm ý kiến").first).to_be_visible()
    assert page.evaluate("document.documentElement.scrollWidth") == 360
    page.set_viewport_size({"width": 1440, "height": 900})
    assert violations(page) == []
    picture(page, "history")
