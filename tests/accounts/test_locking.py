"""Five wrong passwords lock a name from an address; a link to reset the password unlocks."""

from datetime import timedelta

import pytest
from axes.models import AccessAttempt, AccessLog
from django.utils import timezone

from accounts import actions
from tests.accounts.test_session import PASSWORD, account, browser, sign_in

__all__ = ["account", "browser"]
pytestmark = pytest.mark.django_db


@pytest.fixture
def locked(browser, account):
    for _ in range(5):
        assert sign_in(browser, password="sai-mat-khau").status_code == 401
    return account


def test_the_sixth_attempt_is_refused_even_with_the_right_password(browser, locked):
    answer = sign_in(browser)
    told = answer.json()
    assert (answer.status_code, told["code"]) == (429, "session.locked")
    assert 0 < int(answer["Retry-After"]) <= 15 * 60 + 1
    assert "15 phút" in told["title"]


def test_another_name_is_not_locked(browser, locked):
    answer = sign_in(browser, "chua.co.ai")
    assert answer.status_code == 401


def test_the_same_name_from_another_address_is_not_locked(browser, locked):
    token = browser.cookies["csrftoken"].value
    body = {"username": "thu.nghiem", "password": PASSWORD}
    answer = browser.post(
        "/api/v1/session", body, format="json", HTTP_X_CSRFTOKEN=token, REMOTE_ADDR="10.9.8.7"
    )
    assert answer.status_code == 200


def test_a_claimed_address_does_not_get_round_the_lock(browser, locked):
    token = browser.cookies["csrftoken"].value
    body = {"username": "thu.nghiem", "password": PASSWORD}
    answer = browser.post(
        "/api/v1/session",
        body,
        format="json",
        HTTP_X_CSRFTOKEN=token,
        HTTP_X_FORWARDED_FOR="10.9.8.7",
    )
    assert answer.status_code == 429


def test_the_lock_ends_by_itself(browser, locked):
    AccessAttempt.objects.update(attempt_time=timezone.now() - timedelta(minutes=16))
    assert sign_in(browser).status_code == 200


def test_trying_while_locked_does_not_make_it_longer(browser, locked):
    before = AccessAttempt.objects.get().attempt_time
    sign_in(browser)
    assert AccessAttempt.objects.get().attempt_time == before


def test_a_link_to_reset_the_password_unlocks(browser, locked, coordinator):
    actions.reset_password(locked, reason="quên mật khẩu", by=coordinator)
    assert sign_in(browser).status_code == 200


def test_a_right_password_forgets_the_wrong_ones(browser, account):
    for _ in range(4):
        sign_in(browser, password="sai-mat-khau")
    assert sign_in(browser).status_code == 200
    for _ in range(4):
        assert sign_in(browser, password="sai-mat-khau").status_code == 401
    assert sign_in(browser).status_code == 200


def test_sign_ins_are_kept_and_no_password_is(browser, locked):
    AccessAttempt.objects.all().delete()
    sign_in(browser)
    assert AccessLog.objects.filter(username="thu.nghiem").count() == 1
    kept = str(list(AccessAttempt.objects.values())) + str(list(AccessLog.objects.values()))
    assert "sai-mat-khau" not in kept
    assert PASSWORD not in kept


def test_a_password_like_the_name_is_refused(system, refused):
    from core.rules import Malformed

    with pytest.raises(Malformed) as caught:
        actions.create_account(
            username="nguyen.van.hoang", password="nguyenvanhoang", role="council", by=system
        )
    assert caught.value.errors[0][1] == "password_too_similar"
