"""What the guide shows: pictures of today's screens, and the acts that its pages describe."""

import io
import re
from pathlib import Path

import pytest
from PIL import Image
from playwright.sync_api import expect

from tests.browser.people import confirm, enter, form, save

__all__ = ["enter"]
pytestmark = pytest.mark.browser
PICTURES = Path(__file__).parent / "pictures" / "huong-dan"
MOST_BYTES = 100_000
TRAINING = "/agencies/SNV-2025?tab=years"


def shot(page, name):
    """A small picture for the guide: one screen, few colours."""
    PICTURES.mkdir(parents=True, exist_ok=True)
    page.wait_for_load_state("networkidle")
    seen = Image.open(io.BytesIO(page.screenshot())).convert("RGB")
    seen.thumbnail((1000, 800))
    seen.quantize(64).save(PICTURES / f"{name}.png", optimize=True)
    assert (PICTURES / f"{name}.png").stat().st_size <= MOST_BYTES


def a_page(colour):
    kept = io.BytesIO()
    Image.new("RGB", (600, 840), colour).save(kept, "PNG")
    return {"name": f"trang-{colour}.png", "mimeType": "image/png", "buffer": kept.getvalue()}


def test_photos_become_one_pdf_which_is_replaced_and_taken_back(page, enter):
    enter("canbo.snv", f"{TRAINING}&act=training.record")
    form(page).get_by_role("textbox", name="Đơn vị, người đào tạo").fill("Lớp nhận thức ISO")
    form(page).get_by_role("textbox", name="Ngày thực hiện").fill("5/5/2026")
    form(page).get_by_role("combobox", name="Nội dung đào tạo").click()
    page.get_by_role("option", name="Nhận thức chung").click()
    save(page)
    confirm(page, "trước khi có Ban chỉ đạo")
    expect(form(page)).to_have_count(0)
    page.get_by_role(
        "button", name=re.compile("Việc có thể làm: .*[Nn]hận thức chung")
    ).first.click()
    page.get_by_role("button", name="Tài liệu kiểm chứng…").click()
    files = form(page).locator("input[type=file][multiple]")
    files.set_input_files([a_page("white"), a_page("silver")])
    expect(form(page).get_by_text("trang-silver.png")).to_be_visible()
    merge = form(page).get_by_role("button", name="Ghép 2 ảnh thành một PDF")
    expect(merge).to_be_visible()
    shot(page, "kiem-chung")
    merge.click()
    expect(form(page).get_by_text("trang-white.pdf")).to_be_visible()
    expect(form(page).get_by_text("trang-silver.png")).to_have_count(0)
    with page.expect_file_chooser() as chosen:
        form(page).get_by_role("button", name="Thay bằng bản mới").click()
    chosen.value.set_files(a_page("gray"))
    expect(form(page).get_by_text("trang-gray.png")).to_be_visible()
    form(page).get_by_role("button", name="Hủy tệp").click()
    form(page).get_by_role("textbox", name=re.compile("Lý do hủy")).fill("Nhầm bản")
    form(page).get_by_role("button", name="Hủy tệp").click()
    expect(form(page).get_by_text("trang-gray.png")).to_have_count(0)
    expect(form(page).get_by_text("trang-white.pdf")).to_be_visible()


def test_a_request_is_asked_answered_and_accepted_with_one_click(page, enter):
    enter("chuyenvien", "/agencies/SNV-2025?tab=plan&act=request.ask")
    form(page).get_by_label("Yêu cầu").fill("Gửi bản chính quyết định")
    save(page)
    expect(page.get_by_text("Gửi bản chính quyết định").first).to_be_visible()

    enter("canbo.snv", "/agencies/SNV-2025")
    page.goto("/today")
    shot(page, "viec-cua-toi")
    line = page.locator("[data-act='request.answer']")
    line.get_by_role("link", name="Trả lời yêu cầu").click()
    page.get_by_role("button", name="Trả lời yêu cầu").first.click()
    page.get_by_label("Trả lời", exact=True).fill("Đã gửi kèm")
    page.get_by_role("button", name="Ghi nhận", exact=True).click()
    expect(page.get_by_text("Đã trả lời, chờ xem")).to_be_visible()

    enter("chuyenvien", "/agencies/SNV-2025")
    page.goto("/today")
    waiting = page.locator("[data-act='request.accept']")
    expect(waiting.get_by_role("link", name="Yêu cầu trả lời lại")).to_be_visible()
    waiting.scroll_into_view_if_needed()
    shot(page, "viec-chuyen-vien")
    waiting.get_by_role("button", name="Chấp nhận trả lời").click()
    expect(waiting).to_have_count(0)


@pytest.mark.heavy
def test_the_other_pictures_of_the_guide_and_their_sheets_of_paper(page, enter):
    enter("chuyenvien", "/agencies/SNV-2025")
    for address, name in [
        ("/letters", "cong-van"), ("/procedures", "tthc"), ("/imports", "nap-excel"),
        ("/", "toan-tinh"), ("/data-quality", "chat-luong"), ("/accounts", "tai-khoan"),
    ]:  # fmt: skip
        page.goto(address)
        expect(page.get_by_role("heading", level=1)).to_be_visible()
        shot(page, name)
    # A list longer than a sheet begins under its title, not overleaf.
    page.goto("/today")
    expect(page.get_by_role("list").last).to_be_visible()
    page.emulate_media(media="print")
    section = page.locator("section[data-tone]").last
    assert section.evaluate("one => getComputedStyle(one).breakInside") == "auto"
