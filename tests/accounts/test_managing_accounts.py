"""Who hands out, changes and closes whose account; a password is set with a link, once."""

from datetime import timedelta

import pytest
from django.core.cache import cache
from django.utils import timezone
from rest_framework.test import APIClient

from accounts.models import PasswordToken, User
from accounts.queries import hashed
from agencies.models import Agency

pytestmark = pytest.mark.django_db
NEW = {"username": "canbo.moi", "role": "officer", "agency": "STP", "name": "Cán bộ mới"}
PASSWORD = "mot-mat-khau-dai"


@pytest.fixture(autouse=True)
def nobody_has_guessed():
    cache.clear()


@pytest.fixture
def account():
    def making(username, role="officer", agency="STP"):
        home = Agency.objects.get(code=agency) if agency else None
        return User.objects.create(username=username, role=role, agency=home, name=username)

    return making


def act(client, user, word, **body):
    version = User.objects.get(pk=user.pk).row_version
    return client.post(
        f"/api/v1/users/{user.pk}/{word}",
        body,
        format="json",
        headers={"If-Match": f'"{version}"'},
    )


def codes(answer):
    assert answer.status_code == 409, answer.content.decode()
    return [row["code"] for row in answer.json()["blockers"]]


def create(client, **change):
    return client.post("/api/v1/users", {**NEW, **change}, format="json")


def test_the_coordinator_creates_accounts_of_agencies_only(client_as, coordinator):
    client = client_as(coordinator)
    assert create(client).status_code == 201
    assert codes(create(client, username="bcd.moi", role="council", agency=None)) == [
        "account.role_not_yours"
    ]


def test_a_head_creates_officers_of_the_own_agency_only(client_as, head, officer, council):
    client = client_as(head)
    assert create(client, agency="SNV-2025").status_code == 201
    assert create(client, username="khac").status_code == 403
    assert codes(create(client, username="ld.moi", role="head", agency="SNV-2025")) == [
        "account.role_not_yours"
    ]
    for user in (officer, council):
        assert create(client_as(user), username="khac", agency="SNV-2025").status_code == 403


def test_an_account_is_changed_by_who_manages_it(client_as, head, coordinator, account):
    own, other = account("a.snv", agency="SNV-2025"), account("b.stp")
    answer = act(client_as(head), own, "change", position="Thư ký ISO", work_contact="a@snv")
    assert answer.json()["position"] == "Thư ký ISO"
    assert act(client_as(head), other, "change", name="X").status_code == 404
    moved = act(client_as(coordinator), other, "change", role="head", agency="SYT")
    assert (moved.json()["role"], moved.json()["agency"]["code"]) == ("head", "SYT")


def test_a_head_promotes_nobody_and_changes_no_head(client_as, head, account):
    own, peer = account("a.snv", agency="SNV-2025"), account("ld.snv", "head", "SNV-2025")
    assert codes(act(client_as(head), own, "change", role="head")) == ["account.role_not_yours"]
    assert codes(act(client_as(head), own, "change", agency="STP")) == ["account.agency_not_yours"]
    assert codes(act(client_as(head), peer, "change", name="X")) == ["account.role_not_yours"]


def test_nobody_changes_the_own_role_or_closes_the_own_account(client_as, administrator):
    client = client_as(administrator)
    assert act(client, administrator, "change", name="Quản trị").status_code == 200
    assert codes(act(client, administrator, "change", role="council")) == ["account.own_role"]
    assert codes(act(client, administrator, "close", reason="thử")) == ["account.own"]


def test_a_role_still_fits_its_agency_after_a_change(client_as, administrator, account):
    user = account("a.stp")
    assert codes(act(client_as(administrator), user, "change", role="council")) == [
        "account.of_no_agency"
    ]
    changed = act(client_as(administrator), user, "change", role="council", agency=None)
    assert changed.json()["agency"] is None


def test_a_closed_account_is_opened_again_with_a_reason_and_a_new_link(
    client_as, head, coordinator, administrator, account
):
    for by in (head, coordinator, administrator):
        user, client = account(f"a.{by.role}", agency="SNV-2025"), client_as(by)
        assert codes(act(client, user, "reopen", reason="thử")) == ["account.not_closed"]
        act(client, user, "close", reason="Chuyển công tác")
        assert act(client, user, "reopen").status_code == 400
        opened = act(client, user, "reopen", reason="Trở lại công tác")
        assert opened.json()["is_active"] is True
        offered = {row["act"]: row["allowed"] for row in opened.json()["next_acts"]}
        assert offered["account.reset_password"]
        assert not offered["account.reopen"]
        assert not User.objects.get(pk=user.pk).has_usable_password()


def test_nobody_opens_an_account_of_somebody_elses_or_of_an_agency_that_ended(
    client_as, head, coordinator, account
):
    User.objects.filter(pk=(council := account("b.bcd", "council", None)).pk).update(
        is_active=False
    )
    assert "account.role_not_yours" in codes(
        act(client_as(coordinator), council, "reopen", reason="thử")
    )
    gone = account("b.snv", agency="SNV")
    User.objects.filter(pk=gone.pk).update(is_active=False)
    assert codes(act(client_as(coordinator), gone, "reopen", reason="thử")) == ["agency.ended"]


def test_closing_ends_the_sessions_and_the_password(client_as, head, account):
    user = account("a.snv", agency="SNV-2025")
    user.set_password(PASSWORD)
    user.save(update_fields=["password"])
    at_work = client_as(user)
    assert at_work.get("/api/v1/agencies").status_code == 200
    assert act(client_as(head), user, "close").status_code == 400
    closed = act(client_as(head), user, "close", reason="Chuyển công tác")
    assert closed.json()["is_active"] is False
    assert at_work.get("/api/v1/agencies").status_code == 401
    assert codes(act(client_as(head), user, "close", reason="lần nữa")) == ["account.closed"]
    User.objects.filter(pk=user.pk).update(is_active=True)
    assert at_work.get("/api/v1/agencies").status_code == 401


def set_password(token, password=PASSWORD):
    return APIClient().post(
        "/api/v1/session/password", {"token": token, "password": password}, format="json"
    )


def test_a_link_sets_the_password_once_and_ends_sessions(client_as, head, account):
    user = account("a.snv", agency="SNV-2025")
    at_work = client_as(user)
    link = act(client_as(head), user, "reset_password").json()
    assert len(link["token"]) > 30
    assert link["expires_at"]
    assert set_password(link["token"], "short").json()["errors"][0]["pointer"] == "/password"
    assert set_password(link["token"]).status_code == 200
    assert User.objects.get(pk=user.pk).check_password(PASSWORD)
    assert at_work.get("/api/v1/agencies").status_code == 401
    again = set_password(link["token"], "mot-mat-khau-khac")
    assert again.status_code == 400
    assert again.json()["errors"][0]["code"] == "password_link.invalid"


def test_only_the_hash_of_a_link_is_kept(client_as, head, account):
    from acts.models import Answer

    user = account("a.snv", agency="SNV-2025")
    client = client_as(head)
    ask = lambda: client.post(  # noqa: E731
        f"/api/v1/users/{user.pk}/reset_password",
        {},
        format="json",
        headers={"If-Match": '"1"', "Idempotency-Key": "lan-1"},
    )
    secret = ask().json()["token"]
    assert PasswordToken.objects.get().secret_hash == hashed(secret)
    assert secret.encode() not in bytes(Answer.objects.get().body)
    repeated = ask()
    assert repeated["Idempotent-Replayed"] == "true"
    assert "token" not in repeated.json()


def test_a_link_that_is_replaced_expired_or_of_a_closed_account_does_not_stand(
    client_as, head, account
):
    user, client = account("a.snv", agency="SNV-2025"), client_as(head)
    first = act(client, user, "reset_password").json()["token"]
    second = act(client, user, "reset_password").json()["token"]
    assert set_password(first).status_code == 400
    PasswordToken.objects.filter(secret_hash=hashed(second)).update(
        expires_at=timezone.now() - timedelta(seconds=1)
    )
    assert set_password(second).status_code == 400
    third = act(client, user, "reset_password").json()["token"]
    act(client, user, "close", reason="Nghỉ việc")
    assert set_password(third).status_code == 400
    assert codes(act(client, user, "reset_password")) == ["account.closed"]


def test_guessing_links_is_slowed_down(db):
    for _ in range(5):
        assert set_password("doan-mo").status_code == 400
    assert set_password("doan-mo").status_code == 429


def test_the_screen_learns_what_may_be_done_to_an_account(client_as, head, account):
    peer = account("ld.snv", "head", "SNV-2025")
    offers = client_as(head).get(f"/api/v1/users/{peer.pk}").json()["next_acts"]
    assert {o["act"] for o in offers} == {
        "account.change",
        "account.close",
        "account.reopen",
        "account.reset_password",
        "account.reset_totp",
    }
    codes = [{b["code"] for b in o["blockers"]} for o in offers]
    assert all("account.role_not_yours" in found for found in codes)
