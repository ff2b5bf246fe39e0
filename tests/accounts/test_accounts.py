"""Accounts are made by who may hand them out, and by the command."""

import pytest
from django.core.management import call_command
from django.core.management.base import CommandError

from accounts.models import User

pytestmark = pytest.mark.django_db

NEW = {
    "username": "canbo.moi",
    "password": "mot-mat-khau-dai",
    "name": "Cán bộ mới",
    "role": "officer",
    "agency": "STP",
}


def post(client, **change):
    return client.post("/api/v1/users", NEW | change, format="json")


def test_the_administrator_creates_an_account(client_as, administrator):
    answer = post(client_as(administrator))
    assert answer.status_code == 201
    assert answer.json()["agency"]["code"] == "STP"
    assert "password" not in answer.json()
    assert User.objects.get(username="canbo.moi").check_password(NEW["password"])


@pytest.mark.parametrize(
    ("change", "code"),
    [
        ({"agency": None}, "account.agency_missing"),
        ({"role": "council"}, "account.of_no_agency"),
        ({"agency": "SNV"}, "agency.ended"),
    ],
)
def test_a_role_and_its_agency_belong_together(client_as, administrator, change, code):
    answer = post(client_as(administrator), **change)
    assert [row["code"] for row in answer.json()["blockers"]] == [code]


@pytest.mark.parametrize(
    "change", [{"password": "short"}, {"username": "Có Dấu"}, {"role": "system"}]
)
def test_an_account_of_the_wrong_form_is_refused(client_as, administrator, change):
    answer = post(client_as(administrator), **change)
    assert answer.status_code == 400
    assert answer.json()["errors"][0]["pointer"] == f"/{next(iter(change))}"


def test_a_name_is_taken_once(client_as, administrator):
    post(client_as(administrator))
    answer = post(client_as(administrator))
    assert answer.json()["blockers"][0]["code"] == "account.exists"


def test_who_may_list_accounts(client_as, administrator, coordinator, head, officer, council):
    for user in (administrator, coordinator):
        assert client_as(user).get("/api/v1/users").status_code == 200
    own = client_as(head).get("/api/v1/users?limit=500").json()["results"]
    assert {row["agency"]["code"] for row in own} == {head.agency.code}
    for user in (officer, council):
        assert client_as(user).get("/api/v1/users").status_code == 403


def test_nobody_else_creates_accounts_of_the_province(client_as, coordinator, council, officer):
    answer = post(client_as(coordinator), role="administrator", agency=None)
    assert [row["code"] for row in answer.json()["blockers"]] == ["account.role_not_yours"]
    for user in (council, officer):
        assert post(client_as(user)).status_code == 403


def test_the_command_creates_an_account(monkeypatch):
    monkeypatch.setenv("ACCOUNT_PASSWORD", "mot-mat-khau-dai")
    call_command("create_account", "tu.lenh", role="head", agency="SYT")
    made = User.objects.get(username="tu.lenh")
    assert (made.role, made.agency.code) == ("head", "SYT")
    with pytest.raises(CommandError, match="taken"):
        call_command("create_account", "tu.lenh", role="head", agency="SYT")


def test_the_command_refuses_a_weak_password(monkeypatch):
    monkeypatch.setenv("ACCOUNT_PASSWORD", "short")
    with pytest.raises(CommandError, match="10 characters"):
        call_command("create_account", "tu.lenh", role="council")
