"""The officer's desk: findings by paste, a workbook there and back, a form that forgets nothing."""

import io
import re
from pathlib import Path

import openpyxl
import pytest
from playwright.sync_api import expect

from tests.browser.people import enter, form, save
from tests.browser.test_guide import shot

__all__ = ["enter"]
pytestmark = pytest.mark.browser
PICTURES = Path(__file__).parent / "pictures"
MOST_ACTIONS = 30
# A predecessor of the officer's own agency: what happened there is still the officer's to record.
BEFORE = "/agencies/SLDTBXH?tab=audits"


def picture(page, name):
    PICTURES.mkdir(exist_ok=True)
    page.screenshot(path=PICTURES / f"desk_{name}.png", full_page=True)


CLAUSES = ("4.2.3 4.2.4 5.4.1 5.5.3 6.2.2 7.2.1 7.4.1 7.5.1 8.2.1 8.2.2 8.2.3 8.3 8.5.2").split()


def pasted_table():
    """The 13 findings as they stand in a report: 6 nonconformities, 7 observations."""
    head = "TT\tMức độ\tMã\tĐiều khoản\tBộ phận\tNội dung phát hiện\tThời hạn\n"
    rows = [
        f"{n}\t{'loại 2' if n <= 6 else 'lưu ý'}\tNB-{n:02}\t{CLAUSES[n - 1]}\tPhòng {n}\t"
        f"Hồ sơ số {n} chưa đủ\t{'cuối quý' if n == 3 else '20/2/2010' if n <= 6 else ''}"
        for n in range(1, 14)
    ]
    return head + "\n".join(rows)


class Counted:
    """What a person does on the page, one by one."""

    def __init__(self):
        self.done = 0

    def __call__(self, act, *told):
        self.done += 1
        return act(*told)


def paste(page, field, text):
    """As from Word: what lies in the clipboard as text with tabs."""
    field.evaluate(
        """(box, text) => {
            const held = new DataTransfer();
            held.setData('text/plain', text);
            box.dispatchEvent(new ClipboardEvent('paste',
                { clipboardData: held, bubbles: true, cancelable: true }));
        }""",
        text,
    )


def test_an_officer_records_the_audit_of_2009_with_its_13_findings_by_paste(page, enter):
    enter("canbo.snv", BEFORE)
    do = Counted()
    do(page.get_by_role("button", name="Ghi đánh giá nội bộ").click)
    do(form(page).get_by_role("textbox", name="Từ ngày").fill, "31/12/2009")
    do(form(page).get_by_role("button", name="Dán nhiều dòng").click)
    do(paste, page, form(page).get_by_label("Dán từ Word, Excel"), pasted_table())
    expect(form(page).get_by_text("Đã hiểu 13 dòng")).to_be_visible()
    # A cell that nobody could read holds the whole sheet until it is mended.
    expect(form(page).get_by_text("Chưa hiểu «cuối quý».")).to_be_visible()
    picture(page, "pasted")
    do(save, page)
    third = form(page).get_by_role("textbox", name="Hạn, dòng 3")
    expect(third).to_be_focused()
    do(third.fill, "31/3/2010")
    do(save, page)
    unusual = form(page).get_by_role("button", name="Tôi đã xem, vẫn ghi")
    sheet = page.get_by_role("row").filter(has_text="NB-13")
    expect(unusual.or_(sheet).first).to_be_visible()
    if unusual.is_visible():
        do(unusual.click)
    expect(sheet).to_be_visible()
    expect(page.get_by_text("0 loại 1 · 6 loại 2 · 7 lưu ý").first).to_be_visible()
    assert do.done < MOST_ACTIONS
    picture(page, "recorded")
    more_lines_of_the_same_audit(page)


def more_lines_of_the_same_audit(page):
    """The sheet of a known audit keeps action, cause and evidence of each line."""
    page.get_by_role("button", name=re.compile("Việc có thể làm: .*31.12.2009")).first.click()
    page.get_by_role("button", name="Dán bảng phát hiện").click()
    paste(page, form(page).get_by_label("Dán từ Word, Excel"), SHEET)
    expect(form(page).get_by_text("Đã hiểu 2 dòng")).to_be_visible()
    expect(form(page).get_by_role("textbox", name="Nguyên nhân, lý do, dòng 1")).to_have_value(
        "Thiếu mẫu"
    )
    scan = {"name": "bien-ban.png", "mimeType": "image/png", "buffer": a_photo()}
    form(page).locator("input[type=file]").first.set_input_files(scan)
    expect(form(page).get_by_role("button", name="Kiểm chứng, dòng 1")).to_have_text("1 tệp")
    picture(page, "sheet")
    shot(page, "dan-bang")
    save(page)
    expect(form(page)).to_have_count(0)
    expect(page.get_by_text("0 loại 1 · 7 loại 2 · 8 lưu ý").first).to_be_visible()
    expect(page.get_by_role("row").filter(has_text="sớm 10 ngày").first).to_be_visible()
    picture(page, "sheet_recorded")


SHEET = (
    "Mức độ\tĐiều khoản\tMô tả\tHạn khắc phục\tBiện pháp khắc phục\tNgày hoàn thành\tNguyên nhân\n"
    "loại 2\t7.2.1\tChưa ghi yêu cầu của khách\t20/2/2010\tBổ sung mẫu\t10/2/2010\tThiếu mẫu\n"
    "lưu ý\t8.5.2\tNên lập sổ theo dõi\t\t\t\t"
)


def a_photo(colour="white"):
    from PIL import Image

    kept = io.BytesIO()
    Image.new("RGB", (600, 840), colour).save(kept, "PNG")
    return kept.getvalue()


def workbook(*, mended):
    """350 documents as an office keeps them: a title, a heading of their own, five bad cells."""
    book = openpyxl.Workbook()
    sheet = book.active
    sheet.title = "Danh mục"
    sheet.append(["DANH MỤC TÀI LIỆU NỘI BỘ"])
    sheet.append([])
    head = ["STT", "Ký hiệu", "Tên tài liệu", "Loại tài liệu", "Phòng", "Ngày soạn thảo"]
    sheet.append([*head, "Hình thức"])
    for n in range(1, 351):
        row = [n, f"QT-DM-{n:03}", f"Quy trình số {n}", "quy trình tác nghiệp", "Văn phòng", ""]
        row.append("Công bố (QĐ 19/2014)")  # the agency may work towards two proofs at once
        if not mended and n in (5, 6):
            row[3] = "loại chưa có"
        if not mended and n == 7:
            row[1] = ""
        if not mended and n in (8, 9):
            row[5] = "30/2/2026"
        sheet.append(row)
    kept = io.BytesIO()
    book.save(kept)
    return kept.getvalue()


def drop(page, content):
    kind = "application/vnd.openxmlformats-officedocument.spreadsheetml.sheet"
    file = {"name": "danh-muc.xlsx", "mimeType": kind, "buffer": content}
    page.locator("input[type=file]").set_input_files(file)


def test_a_workbook_with_5_errors_is_mended_loaded_and_undone(page, enter):
    enter("canbo.snv", "/agencies/SNV-2025?tab=documents")
    page.goto("/imports")
    with page.expect_download() as template:
        page.get_by_role("link", name="Tải mẫu đã điền sẵn").click()
    assert template.value.suggested_filename.endswith(".xlsx")

    drop(page, workbook(mended=False))
    faults = page.get_by_role("region", name="Lỗi phải sửa")
    expect(faults.get_by_role("row")).to_have_count(6, timeout=20_000)
    for cell in ("D8", "D9", "B10", "F11", "F12"):
        expect(faults.get_by_role("rowheader", name=f"Danh mục!{cell}")).to_be_visible()
    picture(page, "faults")

    drop(page, workbook(mended=True))
    expect(page.get_by_text("Không có lỗi.")).to_be_visible(timeout=20_000)
    page.get_by_role("button", name=re.compile("Nạp 350 dòng")).click()
    expect(page.get_by_text("Đã nạp.")).to_be_visible(timeout=30_000)
    picture(page, "loaded")
    page.goto("/documents?search=QT-DM")
    expect(page.locator("[data-rows='350']")).to_be_visible()

    page.goto("/imports")
    page.get_by_role("button", name="Việc có thể làm: danh-muc.xlsx").first.click()
    page.get_by_role("button", name="Hoàn tác lần nạp").click()
    form(page).get_by_label(re.compile("Lý do")).fill("Nạp nhầm danh mục")
    save(page)
    expect(page.get_by_text(re.compile("đã hoàn tác")).first).to_be_visible(timeout=20_000)
    page.goto("/documents?search=QT-DM")
    expect(page.get_by_text("QT-DM-001")).to_have_count(0)


def small(*rows):
    book = openpyxl.Workbook()
    for row in (["Mã", "Tên tài liệu", "Loại", "Hình thức"], *rows):
        book.active.append([*row, "Công bố (QĐ 19/2014)"][:4])
    kept = io.BytesIO()
    book.save(kept)
    return kept.getvalue()


def test_rows_that_meet_a_record_are_settled_one_by_one_or_all_at_once(page, enter):
    enter("canbo.snv", "/agencies/SNV-2025?tab=documents")
    page.goto("/imports")
    rows = [[f"QT-TN-0{n}", f"Tên khác {n}", "QT-TN"] for n in (1, 2, 3)]
    drop(page, small(*rows, ["QT-MOI-1", "Quy trình mới", "QT-TN"]))
    met = page.get_by_role("region", name="Dòng trùng bản ghi đã có")
    expect(met.get_by_role("combobox")).to_have_count(3, timeout=20_000)
    met.get_by_role("button", name="Bỏ qua dòng").click()
    expect(page.get_by_text("3 dòng bỏ qua")).to_be_visible()
    met.get_by_role("combobox", name="A3").select_option("update")
    expect(page.get_by_text("2 dòng bỏ qua")).to_be_visible()
    met.get_by_role("combobox", name="A4").select_option("stop")
    expect(page.get_by_text("1 dòng trùng chưa chọn cách xử lý")).to_be_visible()
    met.get_by_role("combobox", name="A4").select_option("skip")
    picture(page, "conflicts")
    page.get_by_role("button", name=re.compile("Nạp 4 dòng")).click()
    expect(page.get_by_text("2 dòng bỏ qua · 1 tài liệu mới · 1 dòng sửa").first).to_be_visible()
    page.goto("/documents?agency=SNV-2025&search=QT-TN")
    expect(page.get_by_text("Tên khác 2")).to_be_visible()
    expect(page.get_by_text("Tên khác 1")).to_have_count(0)
    page.goto("/imports")
    page.get_by_role("button", name=re.compile("Việc có thể làm: danh-muc.xlsx")).first.click()
    page.get_by_role("button", name="Hoàn tác lần nạp").click()
    form(page).get_by_label(re.compile("Lý do")).fill("Nạp thử")
    save(page)
    expect(page.get_by_text(re.compile("đã hoàn tác")).first).to_be_visible(timeout=20_000)


def test_a_lost_connection_and_a_closed_tab_lose_nothing(page, enter):
    enter("canbo.snv", "/agencies/SNV-2025?tab=years&act=training.record")
    form(page).get_by_role("textbox", name="Đơn vị, người đào tạo").fill("Trường Chính trị tỉnh")
    form(page).get_by_role("textbox", name="Ngày thực hiện").fill("3/2/2026")
    page.context.set_offline(True)
    save(page)
    expect(form(page).get_by_role("alert")).to_contain_text("Không kết nối được máy chủ")
    expect(form(page).get_by_role("textbox", name="Đơn vị, người đào tạo")).to_have_value(
        "Trường Chính trị tỉnh"
    )
    page.wait_for_timeout(600)
    page.context.set_offline(False)

    tab = page.context.new_page()
    address = page.url
    page.close()
    tab.goto(address)
    expect(form(tab).get_by_text(re.compile("Có bản nháp chưa lưu lúc"))).to_be_visible()
    picture(tab, "draft")
    form(tab).get_by_role("button", name="Khôi phục").click()
    expect(form(tab).get_by_role("textbox", name="Ngày thực hiện")).to_have_value("03/02/2026")
    expect(form(tab).get_by_role("textbox", name="Đơn vị, người đào tạo")).to_have_value(
        "Trường Chính trị tỉnh"
    )
    form(tab).get_by_role("button", name="Bỏ bản nháp").or_(
        form(tab).get_by_role("button", name="Thôi")
    ).first.click()
