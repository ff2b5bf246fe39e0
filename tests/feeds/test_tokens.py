"""A token opens what it was issued for, until it ends; it is written nowhere."""

import logging
from datetime import timedelta

import pytest
from django.db import connection
from django.utils import timezone

from core.addresses import networks
from feeds.models import FeedClient, FeedRequest
from tests.contract.asking import problem
from tests.feeds.conftest import client_with

pytestmark = pytest.mark.django_db
READS = ["agencies", "indicators", "changes", "snapshots/2026-Q1"]


def ended(issued):
    client = issued()
    FeedClient.objects.filter(pk=client.pk).update(expires_at=timezone.now() - timedelta(hours=1))
    return client.token


def revoked(issued):
    from feeds.actions import revoke_client

    client = issued()
    revoke_client(client, reason="đổi mã", by=_administrator())
    return client.token


def _administrator():
    from accounts.models import User

    return User.objects.get(username="administrator")


REFUSED = {
    "token.missing": (401, lambda issued: ""),
    "token.unknown": (401, lambda issued: "pirt_" + "x" * 43),
    "token.expired": (401, ended),
    "token.revoked": (401, revoked),
    "token.address": (403, lambda issued: issued(addresses=["10.0.0.0/8"]).token),
}


@pytest.mark.parametrize("code", REFUSED)
@pytest.mark.parametrize("path", READS)
def test_another_token_is_refused(issued, path, code):
    status, token = REFUSED[code]
    answer = client_with(token(issued)).get(f"/feeds/v1/{path}")
    problem(answer, status, code)
    if status == 401:
        assert answer["WWW-Authenticate"].startswith("Bearer")


@pytest.mark.parametrize(("path", "scope"), [
    ("agencies", "changes"), ("changes", "agencies"), ("indicators", "agencies"),
])  # fmt: skip
def test_another_scope_is_refused(issued, path, scope):
    problem(client_with(issued(scopes=[scope]).token).get(f"/feeds/v1/{path}"), 403, "token.scope")


def test_a_session_opens_no_feed_and_a_token_no_screen(issued, client_as, administrator):
    problem(client_as(administrator).get("/feeds/v1/agencies"), 401, "token.missing")
    problem(client_with(issued().token).get("/api/v1/agencies"), 401, "session.required")


def test_an_address_counts_as_the_trusted_proxy_tells_it(issued, settings):
    client = client_with(issued(addresses=["10.1.0.0/16"]).token)

    def asked(forwarded):
        return client.get("/feeds/v1/agencies?limit=1", HTTP_X_FORWARDED_FOR=forwarded).status_code

    assert asked("10.1.2.3") == 403  # anybody can send the header
    settings.TRUSTED_PROXIES = networks(["127.0.0.1", "192.168.7.0/24"])
    assert asked("10.1.2.3") == 200
    assert asked("10.1.2.3, 192.168.7.9") == 200
    assert asked("10.1.2.3, 8.8.8.8") == 403  # the last one that no proxy of ours added
    assert asked("10.1.2.3, nonsense") == 403


def test_a_token_is_written_nowhere(issued, client_as, administrator, caplog):
    caplog.set_level(logging.DEBUG)
    told = {"name": "IOC", "scopes": ["agencies"], "expires_on": _in_a_month()}
    keyed = {"Idempotency-Key": "once"}
    answer = client_as(administrator).post("/api/v1/feed-clients", told, headers=keyed)
    token = answer.json()["token"]
    assert token.startswith("pirt_")
    assert answer.json()["hint"] == token[:9]
    client = client_with(token)
    assert client.get("/feeds/v1/agencies?limit=1").status_code == 200
    assert client.get(f"/feeds/v1/agencies?token={token}").status_code == 400
    again = client_as(administrator).post("/api/v1/feed-clients", told, headers=keyed)
    assert "token" not in again.json()
    assert token[9:] not in caplog.text
    assert not [table for table, row in every_row() if token[9:] in row]


def _in_a_month():
    from core.days import today

    return str(today() + timedelta(days=30))


def every_row():
    """Every row of the database as text, with its table."""
    with connection.cursor() as cursor:
        cursor.execute("SELECT tablename FROM pg_tables WHERE schemaname = 'public'")
        for (table,) in cursor.fetchall():
            cursor.execute(f'SELECT row_to_json(t)::text FROM "{table}" t')
            for (row,) in cursor.fetchall():
                yield table, row


def test_a_token_stands_a_year_at_most(issued, refused):
    with refused("feed_client.too_long"):
        issued(days=368)
    with refused("feed_client.ended_before_issued"):
        issued(days=-1)
    with refused("feed_client.no_address"):
        issued(addresses=["văn phòng"])


def test_only_the_administrator_hands_out_tokens(client_as, coordinator):
    told = {"name": "IOC", "scopes": ["agencies"], "expires_on": _in_a_month()}
    problem(client_as(coordinator).post("/api/v1/feed-clients", told), 403)


def test_too_many_requests_are_told_to_wait(issued):
    client = client_with(issued(per_minute=2).token)
    left = [client.get("/feeds/v1/snapshots/2026")["RateLimit-Remaining"] for _ in range(2)]
    refused = client.get("/feeds/v1/snapshots/2026")
    if refused.status_code == 429:  # else a minute of the clock began between
        assert left == ["1", "0"]
        problem(refused, 429, "request.throttled")
        assert 1 <= int(refused["Retry-After"]) <= 61
        assert refused["RateLimit-Limit"] == "2"
    else:
        assert client.get("/feeds/v1/snapshots/2026").status_code in (404, 429)


def test_what_a_client_read_is_counted(issued, client_as, administrator):
    client = issued()
    reading = client_with(client.token)
    reading.get("/feeds/v1/agencies?limit=7")
    reading.get("/feeds/v1/agencies?colour=red")
    shown = client_as(administrator).get(f"/api/v1/feed-clients/{client.pk}").json()
    assert (shown["requests_today"], shown["requests_total"], shown["refused_total"]) == (2, 2, 1)
    assert shown["rows_total"] == 7
    usage = client_as(administrator).get(f"/api/v1/feed-clients/{client.pk}/usage").json()
    assert [row["status"] for row in usage["requests"]] == [400, 200]
    assert usage["days"][0]["last_from"] == "127.0.0.1"


def test_old_requests_are_forgotten_and_their_counts_kept(issued, client_as, administrator):
    from django.core.management import call_command

    client = issued()
    client_with(client.token).get("/feeds/v1/agencies?limit=1")
    FeedRequest.objects.update(at=timezone.now() - timedelta(days=90))
    call_command("note_calendar_changes", verbosity=0)
    assert not FeedRequest.objects.exists()
    shown = client_as(administrator).get(f"/api/v1/feed-clients/{client.pk}").json()
    assert shown["requests_total"] == 1
