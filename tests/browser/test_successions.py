"""Reorganisations in the browser: told, refused with every reason, previewed, recorded, seen."""

import re

import pytest
from playwright.sync_api import expect

from tests.browser.coordinator import picture, violations
from tests.browser.hands import Person, ago
from tests.browser.people import choose, form, save
from tests.browser.reasons_forms import LONG_AGO, SOON
from tests.browser.reasons_pages import sent
from tests.browser.reasons_successions import (
    AN_SINH,
    CAO_XANH,
    EARLIER,
    MEANWHILE,
    MERGE,
    PAPER,
    PHONG_COC,
    PREVIEWED,
    REFUSED,
    SPLIT,
    TODAY,
)

pytestmark = pytest.mark.browser
HA_AN, HOANG_QUE = "Ủy ban nhân dân phường Hà An", "Ủy ban nhân dân phường Hoàng Quế"
NEW = "Ủy ban nhân dân phường Hà An Quế"
MAO_KHE = "Ủy ban nhân dân phường Mạo Khê"
EVE = ago(1)
BEFORE, AFTER = "Cơ quan bị sắp xếp", "Cơ quan kế thừa"


@pytest.fixture(scope="module")
def coordinator(browser, base_url, password):
    """The coordinator at the API and in a browser of the own."""
    person = Person(browser, base_url, "chuyenvien", password)
    yield person
    person.close()


@pytest.fixture
def page(coordinator):
    """The coordinator's page; what its console complains about fails the test."""
    opened = coordinator.context.new_page()
    complaints = []
    opened.on("console", lambda said: said.type == "error" and complaints.append(said.text))
    opened.on("pageerror", lambda thrown: complaints.append(str(thrown)))
    opened.set_viewport_size({"width": 1440, "height": 900})
    yield opened
    opened.close()
    assert [said for said in complaints if "status of 4" not in said] == []


def opened(page):
    page.goto("/reorganisations")
    page.get_by_role("button", name="Ghi việc sắp xếp", exact=True).click()
    expect(form(page)).to_be_visible()


def take(page, field, agency):
    """One more agency, searched by the name that it bore."""
    box = form(page).get_by_role("combobox", name=re.compile(f"^{field}")).first
    box.click()
    box.fill(agency.partition(" (")[0])
    page.get_by_role("option", name=agency, exact=True).click()


def tell(page, told):
    opened(page)
    choose(page, "Hình thức", told.kind)
    for field, agencies in ((BEFORE, told.before), (AFTER, told.after)):
        for agency in agencies:
            take(page, field, agency)
    day(page, told.day)
    form(page).get_by_role("textbox", name="Quyết định").fill(told.decision)


def day(page, text):
    form(page).get_by_role("textbox", name="Có hiệu lực từ").fill(text)


def press(page, name):
    form(page).get_by_role("button", name=name, exact=True).click()


def look(page):
    press(page, "Xem trước")


def kept(page, words):
    """The browser has put away what was typed; it waits for a pause in the typing."""
    for _ in range(100):
        if words in page.evaluate("() => Object.values(localStorage).join()"):
            return
        page.wait_for_timeout(100)
    pytest.fail(f"no draft with {words}")


def board_of_the_eve(page):
    page.goto(f"/?as_of={EVE}")
    expect(page.get_by_role("heading", name="Bức tranh toàn tỉnh")).to_be_visible()
    page.wait_for_load_state("networkidle")
    return page.locator("main").inner_text()


def test_a_merger_is_refused_mended_previewed_recorded_and_seen(page, coordinator):
    board = board_of_the_eve(page)
    figures = coordinator.get(f"progress/agencies?as_of={EVE}&limit=500")["results"]
    page.get_by_role("button", name=re.compile("^Tài khoản: ")).click()
    page.get_by_role("menuitem", name="Sắp xếp cơ quan").click()
    expect(page.get_by_role("heading", name="Sắp xếp cơ quan")).to_be_visible()
    page.goto("/reorganisations")
    page.get_by_role("button", name="Ghi việc sắp xếp", exact=True).click()

    # The ward that comes into being is added first; all that is wrong with it is said at once.
    press(page, "Thêm cơ quan chưa có trong danh sách")
    for field, text in (("Mã", "SNV"), ("Tên", NEW), ("Hoạt động từ ngày", SOON)):
        form(page).get_by_role("textbox", name=field, exact=True).fill(text)
    form(page).get_by_role("textbox", name="Hoạt động đến hết ngày").fill(LONG_AGO)
    choose(page, "Loại cơ quan", "UBND phường")
    save(page)
    for reason in ("Mã SNV đã dùng", "trước khi bắt đầu", "chưa đến"):
        expect(form(page).get_by_role("alert")).to_contain_text(reason)
    form(page).get_by_role("textbox", name="Mã", exact=True).fill("XA-99001")
    form(page).get_by_role("textbox", name="Hoạt động từ ngày").fill(TODAY)
    form(page).get_by_role("textbox", name="Hoạt động đến hết ngày").fill("")
    save(page)
    expect(form(page).get_by_text(NEW)).to_be_visible()

    choose(page, "Hình thức", MERGE)
    for agency in (HA_AN, EARLIER):
        take(page, BEFORE, agency)
    day(page, SOON)
    look(page)
    said = form(page).get_by_role("alert")
    expect(said).to_contain_text("chưa đến")
    expect(said).to_contain_text(f"Sở Nội vụ → {NEW}: Cơ quan SNV đã kết thúc")
    picture(page, "reorganisation_refused")
    assert violations(page) == []

    form(page).get_by_role("combobox", name=re.compile(f"^{BEFORE}")).press("Backspace")
    take(page, BEFORE, HOANG_QUE)
    day(page, TODAY)
    form(page).get_by_role("textbox", name="Quyết định").fill(PAPER)
    form(page).get_by_role("textbox", name="Lý do").fill("Sắp xếp đơn vị hành chính")
    look(page)
    first = form(page).get_by_role("region", name=f"{HA_AN} → {NEW}")
    for sentence in (
        f"«{HA_AN}» hoạt động đến hết ngày",
        f"1 đợt xây dựng, áp dụng đang làm chuyển sang «{NEW}».",
        "26 tài liệu trong danh mục",
        f"3 điểm phát hiện chưa khắc phục xong do «{NEW}» làm tiếp",
        "1 việc được giao chưa trả lời giao lại",
        f"Số liệu của các ngày trước {TODAY} giữ nguyên.",
    ):
        expect(first).to_contain_text(sentence)
    second = form(page).get_by_role("region", name=f"{HOANG_QUE} → {NEW}")
    expect(second).to_contain_text(f"1 công bố còn hiệu lực ở lại «{HOANG_QUE}»; «{NEW}» phải")
    assert coordinator.get("successions?search=ha an que")["count"] == 0
    picture(page, "reorganisation_preview")
    assert violations(page) == []
    fits_a_phone(page, "reorganisation_preview_phone")

    assert sent(page, lambda: press(page, "Ghi việc sắp xếp")).json()["count"] == 2
    expect(form(page)).to_contain_text("Đã ghi việc sắp xếp.")
    form(page).get_by_role("link", name=NEW).click()
    expect(page.get_by_role("heading", name=NEW)).to_be_visible()
    expect(page.get_by_text("Tiền thân:")).to_be_visible()
    for agency in (HA_AN, HOANG_QUE):
        expect(page.get_by_role("main").get_by_role("link", name=agency)).to_be_visible()
    picture(page, "reorganisation_lineage")
    open_now = coordinator.get("findings?agency=XA-99001&state=open")["count"]
    overdue_too = coordinator.get("findings?agency=XA-99001&state=overdue")["count"]
    assert open_now + overdue_too >= 3

    # The day before is as it was, on the board and for every agency.
    assert coordinator.get(f"progress/agencies?as_of={EVE}&limit=500")["results"] == figures
    assert board_of_the_eve(page) == board


def test_the_list_is_searched_without_marks_sorted_and_follows_the_day(page):
    page.goto("/reorganisations")
    rows = page.locator("tbody tr")
    expect(rows.first).to_be_visible()
    page.get_by_role("searchbox", name="Tìm tên cơ quan, quyết định").fill("ban dan toc")
    page.keyboard.press("Enter")
    expect(rows).to_have_count(1)
    expect(rows.first).to_contain_text("01/03/2025")
    picture(page, "reorganisation_search")
    page.goto("/reorganisations?search=ban+dan+toc&as_of=2025-02-28")
    expect(page.get_by_text("Chưa có việc sắp xếp nào")).to_be_visible()
    page.goto("/reorganisations?kind=split")
    expect(rows).to_have_count(2)
    page.goto("/reorganisations?ordering=effective_on")
    oldest = rows.first.inner_text()
    page.get_by_role("button", name="Có hiệu lực từ").click()
    expect(rows.first).not_to_have_text(oldest)
    page.goto("/reorganisations?search=ban+dan+toc")
    rows.first.get_by_role("link", name="Sở Dân tộc và Tôn giáo").click()
    expect(page).to_have_url(re.compile("/agencies/SDTTG-2025"))


@pytest.mark.parametrize("told", REFUSED, ids=lambda told: "_".join(sorted(told.codes)))
def test_every_reason_against_a_reorganisation_is_said_at_once(page, told):
    tell(page, told)
    problem = sent(page, lambda: look(page)).json()
    assert problem["code"] == "rule.broken", problem
    assert told.codes <= {each["code"] for each in problem["blockers"]}
    for each in problem["blockers"]:
        expect(form(page).get_by_role("alert")).to_contain_text(each["message"])


@pytest.mark.parametrize("told", PREVIEWED, ids=lambda told: "_".join(sorted(told.codes)))
def test_what_is_to_be_known_of_a_reorganisation_stands_in_its_preview(page, coordinator, told):
    before = coordinator.get("successions")["count"]
    answers = []
    page.on("response", lambda got: "dry_run" in got.url and answers.append(got))
    tell(page, told)
    look(page)
    expect(form(page)).to_contain_text("Sẽ xảy ra những gì")
    (answer,) = answers
    warnings = answer.json()["warnings"]
    assert told.codes <= {each["code"] for each in warnings}
    for each in warnings:
        expect(form(page)).to_contain_text(each["message"])
    assert coordinator.get("successions")["count"] == before


def test_a_split_asks_who_takes_what_and_is_recorded_whole_or_not_at_all(page, coordinator):
    tell(page, MEANWHILE)
    look(page)
    expect(form(page).get_by_role("alert")).to_contain_text("Chia thành nhiều cơ quan")
    shares = form(page).get_by_role("group", name="Ai nhận gì")
    expect(shares).to_be_visible()
    for share in shares.get_by_role("combobox").all():
        share.click()
        page.get_by_role("option", name=CAO_XANH).last.click()
    picture(page, "reorganisation_shares")
    assert violations(page) == []
    look(page)
    expect(form(page)).to_contain_text(f"1 đợt xây dựng, áp dụng đang làm chuyển sang «{CAO_XANH}»")
    held = coordinator.get("agencies/XA-07183/rollouts")["results"]
    coordinator.add(
        "successions",
        predecessor="XA-07183",
        successor="XA-06661",
        kind="split",
        effective_on=ago(0),
        decision=PAPER,
        takes={"rollouts": [each["id"] for each in held]},
        reason="Người khác ghi trước",
    )
    before = coordinator.get("successions")["count"]
    refusal = sent(page, lambda: press(page, "Ghi việc sắp xếp")).json()
    assert MEANWHILE.codes <= {each["code"] for each in refusal["blockers"]}
    told = form(page).get_by_role("alert")
    expect(told).to_contain_text(f"{PHONG_COC} → {CAO_XANH}: Không thuộc cơ quan bị sắp xếp")
    expect(told).not_to_contain_text(AN_SINH)
    picture(page, "reorganisation_meanwhile")
    assert coordinator.get("successions")["count"] == before


def test_what_was_told_and_not_recorded_is_offered_again(page):
    opened(page)
    choose(page, "Hình thức", SPLIT)
    take(page, BEFORE, AN_SINH)
    take(page, AFTER, CAO_XANH)
    form(page).get_by_role("textbox", name="Quyết định").fill(PAPER)
    kept(page, "XA-07090")
    opened(page)
    press(page, "Khôi phục")
    expect(form(page).get_by_text(AN_SINH)).to_be_visible()
    expect(form(page).get_by_role("textbox", name="Quyết định")).to_have_value(PAPER)


def test_an_agency_is_named_anew_from_a_day(page, coordinator):
    name = "Ban Quản lý Di sản Vịnh Hạ Long"
    page.goto("/agencies/BQLVHL")
    page.get_by_role("button", name="Đổi tên cơ quan").click()
    form(page).get_by_role("textbox", name="Tên mới").fill(name)
    form(page).get_by_role("textbox", name="Từ ngày").fill(TODAY)
    save(page)
    expect(form(page)).to_have_count(0)
    expect(page.get_by_role("heading", name=name)).to_be_visible()
    earlier = coordinator.get(f"agencies/BQLVHL?as_of={EVE}")
    assert earlier["name"] == "Ban Quản lý Vịnh Hạ Long"


def test_who_may_only_read_sees_the_list_and_no_button(browser, base_url, password):
    for name, may_add in (("bcd", False), ("quantri", True)):
        person = Person(browser, base_url, name, password)
        page = person.page()
        page.goto("/reorganisations")
        expect(page.locator("tbody tr").first).to_be_visible()
        expect(page.get_by_role("button", name="Ghi việc sắp xếp")).to_have_count(0)
        expect(page.get_by_role("button", name="Thêm cơ quan")).to_have_count(int(may_add))
        person.close()


def fits_a_phone(page, name):
    page.set_viewport_size({"width": 360, "height": 740})
    assert page.evaluate("document.documentElement.scrollWidth") == 360
    if form(page).count():
        assert form(page).evaluate("sheet => sheet.scrollWidth <= sheet.clientWidth")
    assert violations(page) == []
    picture(page, name)
    page.set_viewport_size({"width": 1440, "height": 900})


def test_it_is_readable_by_all_and_fits_a_phone(page):
    page.goto("/reorganisations")
    expect(page.locator("tbody tr").first).to_be_visible()
    assert violations(page) == []
    picture(page, "reorganisation_list")
    fits_a_phone(page, "reorganisation_list_phone")
    tell(page, MEANWHILE._replace(before=[AN_SINH, MAO_KHE]))
    fits_a_phone(page, "reorganisation_form_phone")
    picture(page, "reorganisation_form")
