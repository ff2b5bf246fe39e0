"""Signing in and out; accounts end with their agency."""

from datetime import timedelta

import pytest
from rest_framework.test import APIClient

from accounts.actions import create_account
from accounts.models import User
from agencies.models import Agency
from core.days import today

pytestmark = pytest.mark.django_db

PASSWORD = "mot-mat-khau-dai"


@pytest.fixture
def account():
    return create_account(
        username="thu.nghiem",
        password=PASSWORD,
        role="officer",
        agency=Agency.objects.get(code="SNV-2025"),
        name="Cán bộ thử",
        by=User.objects.system(),
    )


@pytest.fixture
def browser():
    """A client that must show the token, as a browser must."""
    client = APIClient(enforce_csrf_checks=True)
    client.get("/api/v1/session")
    return client


def sign_in(client, username="thu.nghiem", password=PASSWORD):
    token = client.cookies["csrftoken"].value
    body = {"username": username, "password": password}
    return client.post("/api/v1/session", body, format="json", HTTP_X_CSRFTOKEN=token)


def test_reading_the_session_sets_the_token_and_knows_nobody(browser):
    answer = browser.get("/api/v1/session")
    assert answer.status_code == 200
    assert answer.json()["user"] is None
    assert answer.json()["province"] == "Quảng Ninh"
    assert answer.json()["illustration"] is False
    assert browser.cookies["csrftoken"].value


def test_signing_in_tells_who_one_is(browser, account):
    answer = sign_in(browser)
    assert answer.status_code == 200
    user = answer.json()["user"]
    assert (user["username"], user["role"]) == ("thu.nghiem", "officer")
    assert user["agency"] == {"code": "SNV-2025", "name": "Sở Nội vụ", "kind": "so"}
    assert browser.get("/api/v1/agencies").status_code == 200


def test_signing_out_ends_the_session(browser, account):
    sign_in(browser)
    token = browser.cookies["csrftoken"].value
    answer = browser.delete("/api/v1/session", HTTP_X_CSRFTOKEN=token)
    assert answer.status_code == 200
    assert answer.json()["user"] is None
    assert browser.get("/api/v1/agencies").status_code == 401


@pytest.mark.parametrize(("name", "word"), [("thu.nghiem", "wrong"), ("nobody", PASSWORD)])
def test_a_wrong_name_and_a_wrong_password_look_alike(browser, account, name, word):
    answer = sign_in(browser, name, word)
    assert answer.status_code == 401
    assert answer.json()["code"] == "session.wrong_password"


def test_signing_in_without_the_token_is_refused(account):
    client = APIClient(enforce_csrf_checks=True)
    body = {"username": "thu.nghiem", "password": PASSWORD}
    answer = client.post("/api/v1/session", body, format="json")
    assert answer.status_code == 403
    assert answer.json()["code"] == "session.csrf"


def test_a_closed_account_cannot_sign_in(browser, account):
    User.objects.filter(pk=account.pk).update(is_active=False)
    assert sign_in(browser).status_code == 401


def test_account_and_session_end_with_the_agency(browser, account):
    sign_in(browser)
    eve = today() - timedelta(days=1)
    Agency.objects.filter(code="SNV-2025").update(valid_to=eve)
    assert browser.get("/api/v1/agencies").status_code == 401
    browser.get("/api/v1/session")
    assert sign_in(browser).status_code == 401


def test_the_system_actor_cannot_sign_in(browser):
    assert sign_in(browser, User.objects.system().username, "").status_code in (400, 401)


def test_guessing_is_slowed_down(browser, account):
    for _ in range(5):
        sign_in(browser, "doan.mo", "wrong")
    answer = sign_in(browser, "doan.mo", "wrong")
    assert answer.status_code == 429
    assert int(answer["Retry-After"]) > 0
    assert sign_in(browser).status_code == 200


def test_signing_in_leaves_no_version_of_the_account(browser, account):
    sign_in(browser)
    account.refresh_from_db()
    assert account.row_version == 1
    assert account.trail.count() == 1


def test_the_session_tells_the_verbs_of_the_role(browser, account):
    sign_in(browser)
    acts = set(browser.get("/api/v1/session").json()["user"]["acts"])
    assert {"finding.close", "comment.write"} <= acts
    assert not {"account.create", "finding.verify"} & acts
