"""Who a request is from, what its answer allows, what the log keeps of it, when a session ends."""

import io
import json
import logging
import re
import time

import pytest
from django.test import Client

from core.addresses import networks
from core.journal import logging_of
from core.proxies import visitor

pytestmark = pytest.mark.django_db
PROXY, STRANGER, PERSON = "10.0.0.5", "203.0.113.9", "198.51.100.7"


@pytest.fixture
def proxied(settings):
    settings.TRUSTED_PROXIES = networks(["10.0.0.0/24"])


@pytest.mark.parametrize(
    ("peer", "forwarded", "seen"),
    [
        (STRANGER, PERSON, STRANGER),  # a stranger's claim
        (PROXY, PERSON, PERSON),
        (PROXY, f"{STRANGER}, {PERSON}", PERSON),  # what the visitor claimed stands on the left
        (PROXY, f"{PERSON}, 10.0.0.9", PERSON),  # two proxies
        (PROXY, "", PROXY),
        (PROXY, "nobody", PROXY),
    ],
)
def test_only_trusted_proxies_tell_the_visitor(proxied, peer, forwarded, seen):
    assert visitor(peer, forwarded) == seen


def test_no_proxy_is_trusted_unless_told(settings):
    assert settings.TRUSTED_PROXIES == []
    assert visitor("127.0.0.1", PERSON) == "127.0.0.1"


def test_a_stranger_does_not_name_the_request_nor_claim_https(settings):
    settings.SECURE_SSL_REDIRECT = True
    name = "a" * 32
    answer = Client().get("/api/v1/session", HTTP_X_FORWARDED_PROTO="https", HTTP_X_REQUEST_ID=name)
    assert answer.status_code == 301
    assert answer["X-Request-ID"] != name


def test_a_trusted_proxy_does(proxied, settings):
    settings.SECURE_SSL_REDIRECT = True
    name = "a" * 32
    answer = Client().get(
        "/api/v1/session",
        HTTP_X_FORWARDED_PROTO="https",
        HTTP_X_REQUEST_ID=name,
        REMOTE_ADDR=PROXY,
    )
    assert answer.status_code == 200
    assert answer["X-Request-ID"] == name


@pytest.mark.parametrize("address", ["/api/v1/session", "/api/v1/agencies", "/nowhere", "/healthz"])
def test_an_answer_of_the_api_is_no_page(address):
    answer = Client().get(address)
    policy = answer["Content-Security-Policy"]
    assert "default-src 'none'" in policy
    assert "frame-ancestors 'none'" in policy
    assert answer["X-Content-Type-Options"] == "nosniff"
    assert answer["X-Frame-Options"] == "DENY"
    assert answer["Referrer-Policy"] == "same-origin"
    assert "camera=()" in answer["Permissions-Policy"]


def lines_of(action):
    """What the log of the installation would hold, line by line."""
    told = io.StringIO()
    handler = logging.StreamHandler(told)
    shape = logging_of("INFO")["formatters"]["json"]
    from pythonjsonlogger.json import JsonFormatter

    from core.journal import WithRequestId

    handler.setFormatter(JsonFormatter(**{k: v for k, v in shape.items() if k != "()"}))
    handler.addFilter(WithRequestId())
    names = ["requests", "problems", "django.request", "axes"]
    for name in names:
        logging.getLogger(name).addHandler(handler)
    try:
        action()
    finally:
        for name in names:
            logging.getLogger(name).removeHandler(handler)
    return [json.loads(line) for line in told.getvalue().splitlines()]


def test_a_request_is_one_line_with_its_id_and_without_its_words(client_as, officer):
    client = client_as(officer)
    answers = []
    (line,) = lines_of(lambda: answers.append(client.get("/api/v1/agencies?search=Nguyễn+Văn+A")))
    assert line["request_id"] == answers[0]["X-Request-ID"]
    assert (line["path"], line["status"], line["role"]) == ("/api/v1/agencies", 200, "officer")
    assert line["ms"] > 0
    assert re.match(r"\d{4}-\d\d-\d\dT", line["at"])
    assert "Nguy" not in json.dumps(line, ensure_ascii=False)


def test_a_failed_sign_in_leaves_neither_name_nor_password_in_the_log():
    client = Client()
    body = {"username": "mot.nguoi", "password": "mat-khau-bi-mat"}
    lines = lines_of(lambda: client.post("/api/v1/session", body, content_type="application/json"))
    assert lines
    assert "mot.nguoi" not in json.dumps(lines)
    assert "bi-mat" not in json.dumps(lines)


def test_an_error_is_told_with_the_id_that_the_screen_shows(client_as, officer, monkeypatch):
    from agencies.api import views

    def broken(*_: object):
        raise RuntimeError("gone wrong")

    client, answers = client_as(officer), []
    monkeypatch.setattr(views.Agencies, "rows", broken)
    client.raise_request_exception = False
    lines = lines_of(lambda: answers.append(client.get("/api/v1/agencies")))
    assert answers[0].status_code == 500
    named = answers[0].json()["request_id"]
    assert {line["request_id"] for line in lines} == {named}
    assert any("gone wrong" in line.get("exc_info", "") for line in lines)


def age_of(session):
    return session.get_expiry_date().timestamp() - time.time()


def test_a_session_ends_after_the_idle_time(client_as, officer, settings):
    from django.contrib.sessions.models import Session
    from django.utils import timezone

    client = client_as(officer)
    row = Session.objects.get()
    assert (row.expire_date - timezone.now()).total_seconds() == pytest.approx(1800, abs=10)
    Session.objects.update(expire_date=timezone.now())
    assert client.get("/api/v1/agencies").status_code == 401


def test_a_request_moves_the_end_at_most_once_a_minute(client_as, officer):
    from datetime import timedelta

    from django.contrib.sessions.models import Session
    from django.utils import timezone

    client = client_as(officer)
    before = Session.objects.get().expire_date
    client.get("/api/v1/agencies")
    assert Session.objects.get().expire_date == before
    session = client.session
    session["seen"] -= 61
    session.save()
    Session.objects.update(expire_date=timezone.now() + timedelta(minutes=5))
    client.get("/api/v1/agencies")
    left = Session.objects.get().expire_date - timezone.now()
    assert left.total_seconds() == pytest.approx(1800, abs=10)
