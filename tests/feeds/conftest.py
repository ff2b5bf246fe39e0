"""A program with a token, and days that go by."""

import threading
from datetime import date, timedelta
from socketserver import ThreadingMixIn
from wsgiref.simple_server import WSGIRequestHandler, WSGIServer, make_server

import pytest
from django.db import connection
from django.utils import timezone


@pytest.fixture
def issued(administrator):
    """issued(scopes=["changes"]): a client with its token, all scopes unless told."""
    from feeds.actions import issue_client

    def issuing(days=30, **given):
        given = {"scopes": ["agencies", "changes", "indicators"], "name": "Bảng điều hành"} | given
        until = timezone.now() + timedelta(days=days)
        return issue_client(expires_at=until, per_minute=given.pop("per_minute", 10_000),
                            by=administrator, **given)  # fmt: skip

    return issuing


def client_with(token):
    from rest_framework.test import APIClient

    return APIClient(HTTP_AUTHORIZATION=f"Bearer {token}")


@pytest.fixture
def program(issued):
    """A client of the feeds that may read all."""
    return client_with(issued().token)


@pytest.fixture
def on(monkeypatch):
    """on(day): for the feeds that day is today."""
    from feeds import agency_records, changes
    from feeds.api import public_views, reading

    note = changes.note_calendar_changes

    def noted(day):
        count = note(day)
        committed()
        return count

    monkeypatch.setattr(changes, "note_calendar_changes", noted)

    def setting(day):
        day = date.fromisoformat(day) if isinstance(day, str) else day
        for module in (agency_records, changes, public_views, reading):
            monkeypatch.setattr(module, "today", lambda: day)
        return day

    return setting


class _Quiet(WSGIRequestHandler):
    def log_message(self, *told):
        pass


class _Threaded(ThreadingMixIn, WSGIServer):
    daemon_threads = True

    def process_request_thread(self, *request):
        try:
            super().process_request_thread(*request)
        finally:
            connection.close()


@pytest.fixture
def server(emptied):
    """The application on a port of its own, each request in a thread; yields its address."""
    from config.wsgi import application

    with make_server(
        "127.0.0.1", 0, application, server_class=_Threaded, handler_class=_Quiet
    ) as serving:
        thread = threading.Thread(target=serving.serve_forever, args=[0.05])
        thread.start()
        yield f"http://127.0.0.1:{serving.server_port}"
        serving.shutdown()
        thread.join()


def committed():
    """Let the database number what was written, as a commit would; for tests inside of one."""
    with connection.cursor() as cursor:
        cursor.execute("SET CONSTRAINTS ALL IMMEDIATE")
        cursor.execute("SET CONSTRAINTS ALL DEFERRED")


def followed(program, since="", limit=200):
    """What a follower holds who applies every page after `since`: (records by code, cursor)."""
    rows, entries = {}, []
    while True:
        answer = program.get("/feeds/v1/changes", {"since": since, "limit": limit})
        assert answer.status_code == 200, answer.content
        page = answer.json()
        for change in page["results"]:
            entries.append(change)
            rows[change["agency"]] = change["record"]
        since = page["cursor"]
        if not page["more"]:
            return {code: row for code, row in rows.items() if row}, since, entries


def whole(program):
    """Every record of a fresh full read, by code."""
    import json

    answer = program.get("/feeds/v1/agencies", {"format": "ndjson"})
    lines = b"".join(answer.streaming_content).splitlines()
    return {row["code"]: row for row in map(json.loads, lines)}
