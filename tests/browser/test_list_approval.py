"""The list of documents is approved on its tab, which tells when it has grown since."""

import pytest
from playwright.sync_api import expect

from tests.browser.coordinator import picture, violations
from tests.browser.hands import Person
from tests.browser.people import TODAY, confirm, enter, form, refused, save

__all__ = ["enter"]
pytestmark = pytest.mark.browser
HOME = "BQLVHL"
ACT = "Ghi phê duyệt danh mục"


@pytest.fixture
def coordinator(browser, base_url, password):
    by = Person(browser, base_url, "chuyenvien", password)
    yield by
    by.close()


def test_a_list_is_approved_and_says_when_it_has_grown(page, enter, coordinator, password):
    made = coordinator.add("rollouts", agency=HOME, edition="2015", track="declaration")
    coordinator.add(
        "users", username="canbo.bqlvhl", role="officer", agency=HOME, password=password
    )
    address = f"/agencies/{HOME}?tab=documents&rollout={made['id']}"
    enter("canbo.bqlvhl", address)
    refused(page, page.get_by_role("button", name=ACT), "chưa có tài liệu nào")

    for code in ("QT-01", "QT-02"):
        page.get_by_role("button", name="Đưa tài liệu vào danh mục").click()
        form(page).get_by_role("textbox", name="Mã", exact=True).fill(code)
        form(page).get_by_role("combobox", name="Loại").first.click()
        page.get_by_role("option", name="Quy trình tác nghiệp").click()
        save(page)
        expect(form(page)).to_have_count(0)
        expect(page.get_by_text(code)).to_be_visible()
        if code == "QT-01":
            approve(page)
    told = page.get_by_text(f"Danh mục đã được phê duyệt ngày {TODAY}: 1 tài liệu; nay có 2")
    expect(told).to_be_visible()
    approve(page)
    expect(page.get_by_text(f"ngày {TODAY}: 2 tài liệu")).to_be_visible()
    expect(told).to_have_count(0)
    assert violations(page) == []
    picture(page, "list_approval")
    page.set_viewport_size({"width": 360, "height": 740})
    assert page.evaluate("document.documentElement.scrollWidth") == 360
    picture(page, "list_approval_phone")


def approve(page):
    page.get_by_role("button", name=ACT).click()
    form(page).get_by_label("Chức vụ người phê duyệt").fill("Trưởng ban")
    save(page)
    expect(form(page)).to_have_count(0)


def test_a_first_draft_without_it_is_asked_about(page, enter, coordinator):
    made = coordinator.add("rollouts", agency="BXTHTDT", edition="2015", track="declaration")
    coordinator.add("documents", rollout=made["id"], code="QT-01", kind="QT-TN", reason="ghi thay")
    enter("chuyenvien", f"/agencies/BXTHTDT?tab=documents&rollout={made['id']}")
    page.get_by_role("button", name="Việc có thể làm: QT-01").click()
    page.get_by_role("button", name="Ghi lần ban hành tài liệu").click()
    form(page).get_by_role("textbox", name="Soạn thảo xong").fill(TODAY)
    form(page).get_by_label("Lý do", exact=True).fill("Ghi thay")
    save(page)
    confirm(page, "chưa được phê duyệt")
    expect(form(page)).to_have_count(0)
