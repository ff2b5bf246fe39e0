"""The policy of the pages, the second factor, and the administrator's look at the installation."""

import base64
import hmac
import re
import struct
import time

import pytest
from playwright.sync_api import expect

from tests.browser.people import account

pytestmark = pytest.mark.browser
POLICY = re.compile(r"Content.Security.Policy", re.I)
PAGES = ["/", "/today", "/agencies", "/documents", "/findings", "/proofs", "/accounts", "/letters"]


def sign_in(page, username, password, address="/"):
    page.goto(f"/login?next={address}")
    page.get_by_label("Tên đăng nhập").fill(username)
    page.locator("input[type=password]").fill(password)
    page.get_by_role("button", name="Đăng nhập").click()


def code_of(secret, ahead=0):
    """What an authenticator app shows (RFC 6238)."""
    counter = struct.pack(">Q", int(time.time()) // 30 + ahead)
    digest = hmac.digest(base64.b32decode(secret), counter, "sha1")
    at = digest[-1] & 15
    return f"{(struct.unpack('>I', digest[at : at + 4])[0] & 0x7FFFFFFF) % 10**6:06}"


@pytest.fixture
def complaints(page):
    """What the browser refused to run, load or paint."""
    heard = []
    page.on("console", lambda said: POLICY.search(said.text) and heard.append(said.text))
    return heard


@pytest.mark.heavy
def test_every_page_looks_right_under_a_policy_without_inline(page, password, complaints):
    answers = []
    page.on("response", lambda got: got.request.is_navigation_request() and answers.append(got))
    sign_in(page, "chuyenvien", password)
    expect(page.get_by_role("heading", name="Bức tranh toàn tỉnh")).to_be_visible()
    policy = answers[0].headers["content-security-policy"]
    assert "unsafe" not in policy
    assert "script-src 'self'" in policy
    for address in PAGES:
        page.goto(address)
        page.wait_for_load_state("networkidle")
    page.goto("/agencies/SNV-2025")
    page.get_by_role("button", name=re.compile("^Việc có thể làm")).first.click()
    page.keyboard.press("Escape")
    page.keyboard.press("Control+k")
    expect(page.get_by_role("dialog")).to_be_visible()
    page.keyboard.press("Escape")
    assert complaints == []
    # The kit's variables have arrived: without its style element the primary colour is another.
    shade = (
        "getComputedStyle(document.documentElement).getPropertyValue('--mantine-primary-color-9')"
    )
    assert page.evaluate(shade).strip() == "#0f4c47" or "teal" in page.evaluate(shade)


def test_two_pages_bear_two_numbers(page):
    def number():
        page.goto("/login")
        return page.evaluate("document.querySelector('meta[property=csp-nonce]').nonce")

    first = number()
    assert re.fullmatch(r"[0-9a-f]{32}", first)
    assert number() != first


def test_what_is_injected_does_not_run(page, complaints):
    page.goto("/login")
    page.evaluate(
        """() => {
            const script = document.createElement('script');
            script.textContent = 'window.injected = true';
            document.body.append(script);
        }"""
    )
    assert page.evaluate("window.injected") is None
    assert complaints


def test_a_person_sets_up_one_time_codes_and_signs_in_with_one(page, site, password, complaints):
    account(site, "hai.lop", "officer", "SNV-2025")
    sign_in(page, "hai.lop", password, "/second-factor")
    expect(page.get_by_role("img", name="Hình QR của mã bí mật")).to_be_visible()
    secret = page.locator("code").inner_text()
    page.get_by_label("Mã xác thực").fill("000000")
    page.get_by_role("button", name="Xác nhận").click()
    expect(page.get_by_text("Mã xác thực không đúng").first).to_be_visible()
    page.get_by_label("Mã xác thực").fill(code_of(secret))
    page.get_by_role("button", name="Xác nhận").click()
    expect(page.get_by_role("listitem")).to_have_count(10)

    page.context.clear_cookies()
    sign_in(page, "hai.lop", password)
    field = page.get_by_label("Mã xác thực")
    expect(field).to_be_visible()
    expect(page.get_by_role("alert")).to_have_count(0)
    field.fill("000000")
    page.get_by_role("button", name="Đăng nhập").click()
    expect(page.get_by_role("alert")).to_contain_text("không đúng hoặc đã dùng")
    field.fill(code_of(secret))
    page.get_by_role("button", name="Đăng nhập").click()
    expect(page.get_by_role("heading", name="Bức tranh toàn tỉnh")).to_be_visible()
    assert complaints == []


def test_the_administrator_sees_the_state_of_the_installation(page, password):
    sign_in(page, "quantri", password, "/operations")
    expect(page.get_by_role("heading", name="Tình trạng hệ thống")).to_be_visible()
    expect(page.get_by_text("Chưa có bản sao lưu nào được kiểm tra.")).to_be_visible()
    expect(page.get_by_text("Tốt", exact=True)).to_have_count(4)


def test_after_a_restore_every_screen_says_until_when_the_data_reach(page, site, password):
    site.manage("after_restore", "--until", "2026-11-21T01:00:00+07:00")
    sign_in(page, "chuyenvien", password)
    expect(page.get_by_text("số liệu có đến 21/11/2026")).to_be_visible()
