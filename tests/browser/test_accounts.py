"""Accounts: invited by a link that works once, closed with a reason, seen by who manages them."""

import re

import pytest
from playwright.sync_api import expect

from tests.browser.coordinator import picture, sign_in, violations
from tests.browser.people import account, form, menu, save

pytestmark = pytest.mark.browser
CHOSEN = "mot-mat-khau-rieng-cua-toi"


def table(page):
    expect(page.locator("[data-rows]")).to_be_visible()
    return page.get_by_role("table", name="Tài khoản")


def invite(page, username, name, role, agency):
    page.get_by_role("button", name="Mời người dùng").click()
    form(page).get_by_label("Tên đăng nhập").fill(username)
    form(page).get_by_label("Họ và tên").fill(name)
    form(page).get_by_role("combobox", name="Vai trò").click()
    page.get_by_role("option", name=role).click()
    form(page).get_by_role("combobox", name="Cơ quan").fill(agency)
    page.get_by_role("option", name=agency).first.click()
    save(page)


def test_an_invited_person_sets_a_password_once_and_signs_in(page, password, base_url):
    sign_in(page, password)
    page.get_by_role("button", name=re.compile("^Tài khoản: ")).click()
    page.get_by_role("menuitem", name="Tài khoản").click()
    assert table(page).get_by_role("row").count() >= 6
    invite(page, "lanhdao.moi", "Trần Thị Mới", "Lãnh đạo cơ quan", "Sở Y tế")
    expect(page.get_by_role("heading", name="Giấy mời sử dụng hệ thống")).to_be_visible()
    link = page.locator("[data-link]").inner_text()
    assert link.startswith(f"{base_url}/set-password#")
    assert violations(page) == []
    picture(page, "invitation")

    page.context.clear_cookies()
    page.goto(link)
    page.get_by_label("Mật khẩu mới").fill("123")
    page.get_by_label("Nhập lại mật khẩu").fill("124")
    page.get_by_role("button", name="Đặt mật khẩu").click()
    expect(page.get_by_text("Hai lần nhập chưa giống nhau")).to_be_visible()
    page.get_by_label("Nhập lại mật khẩu").fill("123")
    page.get_by_role("button", name="Đặt mật khẩu").click()
    expect(page.get_by_role("alert")).to_contain_text("ít nhất 10 ký tự")
    assert violations(page) == []
    for field in ("Mật khẩu mới", "Nhập lại mật khẩu"):
        page.get_by_label(field).fill(CHOSEN)
    page.get_by_role("button", name="Đặt mật khẩu").click()
    expect(page.get_by_role("status")).to_contain_text("Đã đặt mật khẩu")
    sign_in(page, CHOSEN, "lanhdao.moi")
    page.goto("/accounts")
    expect(table(page).locator("tbody tr")).to_have_count(1)

    page.context.clear_cookies()
    page.goto("/login")
    page.goto(link)
    for field in ("Mật khẩu mới", "Nhập lại mật khẩu"):
        page.get_by_label(field).fill(CHOSEN)
    page.get_by_role("button", name="Đặt mật khẩu").click()
    expect(page.get_by_role("alert")).to_contain_text("Liên kết đã dùng hoặc hết hạn")


def test_an_account_is_closed_with_a_reason_and_opened_again(page, site, password):
    account(site, "canbo.stp", "officer", "STP")
    sign_in(page, password)
    page.goto("/accounts?search=canbo.stp")
    menu(page, "canbo.stp", "Khóa tài khoản")
    save(page)
    expect(form(page).get_by_role("alert")).to_contain_text("Lý do")
    form(page).get_by_label("Lý do").fill("Chuyển công tác")
    save(page)
    row = table(page).get_by_role("row").filter(has_text="canbo.stp")
    expect(row).to_contain_text("đã khóa")
    row.get_by_role("button").click()
    expect(page.get_by_text("Tài khoản đã khóa").first).to_be_visible()
    page.get_by_role("button", name="Mở lại tài khoản").click()
    form(page).get_by_label("Lý do").fill("Trở lại đơn vị")
    save(page)
    expect(row).to_contain_text("đang dùng")


def test_who_manages_no_accounts_finds_no_way_there(page, password):
    sign_in(page, password, "bcd")
    page.get_by_role("button", name=re.compile("^Tài khoản: ")).click()
    expect(page.get_by_role("menuitem", name="Đăng xuất")).to_be_visible()
    expect(page.get_by_role("menuitem", name="Tài khoản")).to_have_count(0)
    page.goto("/accounts")
    expect(page.get_by_role("alert")).to_be_visible()
    expect(page.get_by_role("button", name="Mời người dùng")).to_have_count(0)
