"""One-time codes: set up by the person, asked for at sign-in, owed by two roles in production."""

import time

import pytest
from allauth.mfa.totp.internal import auth as totp

from accounts import actions, second_factor
from accounts.models import User
from tests.accounts.test_session import PASSWORD, account, browser, sign_in

__all__ = ["account", "browser"]
pytestmark = pytest.mark.django_db


def code_of(secret, seconds=0):
    """The code that an app shows for this secret, some seconds from now."""
    counter = int(time.time() + seconds) // 30
    return totp.format_hotp_value(totp.hotp_value(secret, counter))


def post(client, address, body, method="post"):
    token = client.cookies["csrftoken"].value
    return getattr(client, method)(
        f"/api/v1/{address}", body, format="json", HTTP_X_CSRFTOKEN=token
    )


def set_up(client):
    """Set the codes up as the screen does; returns the secret and the recovery codes."""
    secret = client.get("/api/v1/session/totp").json()["secret"]
    done = post(client, "session/totp", {"code": code_of(secret)})
    assert done.status_code == 200, done.json()
    return secret, done.json()["recovery_codes"]


@pytest.fixture
def guarded(browser, account):
    """The secret and the recovery codes of the account, signed out."""
    sign_in(browser)
    told = set_up(browser)
    post(browser, "session", None, "delete")
    return told


def test_the_invitation_can_be_scanned_and_typed(browser, account):
    sign_in(browser)
    answer = browser.get("/api/v1/session/totp")
    assert answer["Cache-Control"] == "no-store"
    told = answer.json()
    assert told["uri"] == f"otpauth://totp/thu.nghiem?secret={told['secret']}&issuer=ISO%20H49"
    assert told["svg"].count("<svg") == 1
    assert told["since"] is None
    assert browser.get("/api/v1/session/totp").json()["secret"] == told["secret"]


def test_a_wrong_code_sets_nothing_up(browser, account):
    sign_in(browser)
    browser.get("/api/v1/session/totp")
    answer = post(browser, "session/totp", {"code": "000000"})
    assert answer.status_code == 400
    assert answer.json()["errors"][0]["code"] == "totp.wrong"
    assert User.objects.get(pk=account.pk).totp_since is None


def test_afterwards_the_password_alone_does_not_sign_in(browser, guarded):
    answer = sign_in(browser)
    assert answer.status_code == 401
    assert answer.json()["code"] == "session.totp_required"
    assert browser.get("/api/v1/agencies").status_code == 401


def test_password_and_code_sign_in_and_a_code_is_taken_once(browser, guarded):
    secret, _ = guarded
    body = {"username": "thu.nghiem", "password": PASSWORD, "totp": code_of(secret)}
    assert post(browser, "session", body).status_code == 200
    again = post(browser, "session", body)
    assert again.status_code == 401
    assert again.json()["code"] == "session.wrong_totp"
    later = {**body, "totp": code_of(secret, 30)}
    assert post(browser, "session", later).status_code == 200


def test_an_old_code_is_not_taken(browser, guarded):
    secret, _ = guarded
    body = {"username": "thu.nghiem", "password": PASSWORD, "totp": code_of(secret, -120)}
    assert post(browser, "session", body).json()["code"] == "session.wrong_totp"


def test_a_recovery_code_signs_in_once(browser, guarded):
    _, codes = guarded
    assert len(set(codes)) == 10
    body = {"username": "thu.nghiem", "password": PASSWORD, "totp": codes[3]}
    assert post(browser, "session", body).status_code == 200
    assert post(browser, "session", body).json()["code"] == "session.wrong_totp"


def test_wrong_codes_lock_as_wrong_passwords_do(browser, guarded):
    body = {"username": "thu.nghiem", "password": PASSWORD, "totp": "000000"}
    for _ in range(5):
        assert post(browser, "session", body).status_code == 401
    assert post(browser, "session", body).json()["code"] == "session.locked"


def test_neither_secret_nor_recovery_codes_stand_in_the_database_in_clear(browser, guarded):
    from allauth.mfa.models import Authenticator
    from django.contrib.sessions.models import Session

    secret, codes = guarded
    kept = str(list(Authenticator.objects.values()))
    kept += str([session.get_decoded() for session in Session.objects.all()])
    assert secret not in kept
    assert not [code for code in codes if code in kept]


def test_who_manages_the_account_resets_a_lost_phone(browser, guarded, account, administrator):
    account.refresh_from_db()
    actions.reset_totp(account, reason="mất điện thoại", by=administrator)
    assert sign_in(browser).status_code == 200
    assert second_factor.accepts(account, code_of(guarded[0])) is False
    verbs = [event.pgh_context.metadata["verb"] for event in account.trail.order_by("pgh_id")]
    assert verbs == ["account.create", "account.set_totp", "account.reset_totp"]


def test_nobody_resets_the_own_codes(guarded, account, refused, head):
    account.refresh_from_db()
    administrator = User.objects.create(
        username="tu.dat", role="administrator", totp_since=account.totp_since
    )
    with refused("account.own"):
        actions.reset_totp(administrator, reason="mất điện thoại", by=administrator)


def test_a_second_app_needs_a_reset_first(browser, guarded):
    secret, _ = guarded
    post(
        browser,
        "session",
        {"username": "thu.nghiem", "password": PASSWORD, "totp": code_of(secret)},
    )
    assert browser.get("/api/v1/session/totp").json()["secret"] is None
    answer = post(browser, "session/totp", {"code": "123456"})
    assert answer.status_code == 409
    assert answer.json()["blockers"][0]["code"] == "account.totp_set"


@pytest.mark.parametrize("role", ["coordinator", "administrator"])
def test_where_the_role_owes_codes_nothing_else_is_open(role, settings, client_as):
    settings.SECOND_FACTOR_ROLES = ["coordinator", "administrator"]
    person = User.objects.create(username=f"no.{role}", role=role)
    client = client_as(person)
    for address in ("agencies", "progress/summary", "users", "operations"):
        answer = client.get(f"/api/v1/{address}")
        assert (answer.status_code, answer.json()["code"]) == (403, "session.totp_owed"), address
    assert client.get("/api/v1/session").json()["user"]["owes_second_factor"] is True
    assert client.get("/api/v1/session/totp").json()["required"] is True
    User.objects.filter(pk=person.pk).update(totp_since="2026-01-01T00:00:00+07:00")
    assert client.get("/api/v1/agencies").status_code == 200


def test_an_officer_owes_none(settings, client_as, officer):
    settings.SECOND_FACTOR_ROLES = ["coordinator", "administrator"]
    assert client_as(officer).get("/api/v1/agencies").status_code == 200
