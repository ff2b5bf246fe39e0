"""Machines ask whether the process lives, whether it is ready, and how it does."""

import json
from datetime import timedelta
from pathlib import Path

import pytest
from django.test import Client
from django.utils import timezone

from core.addresses import networks

pytestmark = pytest.mark.django_db
STRANGER = "203.0.113.9"


@pytest.fixture
def visitor():
    return Client(enforce_csrf_checks=True)


def test_a_living_process_says_so_without_asking_the_database(visitor, django_assert_num_queries):
    with django_assert_num_queries(0):
        answer = visitor.get("/healthz")
    assert (answer.status_code, answer.json()) == (200, {"status": "ok"})


def test_ready_means_database_migrations_and_storage(visitor):
    answer = visitor.get("/readyz")
    assert answer.status_code == 200, answer.json()
    assert set(answer.json()["checks"]) == {"database", "migrations", "storage", "production"}


def test_not_ready_without_a_place_for_files(visitor, settings, monkeypatch):
    from operations import health

    monkeypatch.setattr(health.os, "access", lambda *_: False)
    answer = visitor.get("/readyz")
    assert answer.status_code == 503
    assert answer.json()["checks"]["storage"] == "The folder of the evidence cannot be written."


def test_not_ready_with_a_migration_missing(visitor, monkeypatch):
    from django.db import connection

    from operations import health

    monkeypatch.setattr(health, "_migrated", False)
    with connection.cursor() as cursor:
        cursor.execute("DELETE FROM django_migrations WHERE app = 'operations'")
    answer = visitor.get("/readyz")
    assert answer.status_code == 503
    assert "migrate" in answer.json()["checks"]["migrations"]


def test_not_ready_with_illustration_records_in_production(visitor, settings, monkeypatch):
    from operations import starting

    settings.PRODUCTION = True
    monkeypatch.setattr(starting, "illustration_exists", lambda: True)
    answer = visitor.get("/readyz")
    assert answer.status_code == 503
    assert "illustration" in answer.json()["checks"]["production"]


def test_metrics_are_for_this_machine_and_the_trusted_addresses(visitor, settings):
    assert visitor.get("/metrics").status_code == 200
    assert visitor.get("/metrics", REMOTE_ADDR=STRANGER).status_code == 404
    settings.TRUSTED_PROXIES = networks(["203.0.113.0/28"])
    assert visitor.get("/metrics", REMOTE_ADDR=STRANGER).status_code == 200


def test_metrics_are_not_passed_on_to_a_visitor_of_the_proxy(visitor, settings):
    settings.TRUSTED_PROXIES = networks(["127.0.0.1"])
    answer = visitor.get("/metrics", HTTP_X_FORWARDED_FOR=STRANGER)
    assert answer.status_code == 404


def metric(page, name):
    (line,) = [line for line in page.splitlines() if line.startswith(f"{name} ")]
    return float(line.split()[1])


def test_metrics_tell_requests_and_the_database(visitor):
    visitor.get("/healthz")
    page = visitor.get("/metrics").content.decode()
    assert 'view="operations.api.views.healthz"' in page
    assert metric(page, "iso_database_up") == 1
    assert metric(page, "iso_database_connections") >= 1
    assert metric(page, "iso_outside_changes") >= 0


def test_metrics_tell_the_age_of_the_last_verified_backup(visitor, settings, tmp_path):
    settings.BACKUP_DIR = tmp_path
    page = visitor.get("/metrics").content.decode()
    assert metric(page, "iso_verified_backup_age_seconds") == float("inf")
    note_of(tmp_path, timezone.now() - timedelta(hours=3))
    page = visitor.get("/metrics").content.decode()
    assert metric(page, "iso_verified_backup_age_seconds") == pytest.approx(3 * 3600, abs=60)


def note_of(folder: Path, moment):
    told = {"name": "2026-11-22-010000", "taken_at": moment.isoformat(), "second_place": True}
    note = {**told, "verified_at": moment.isoformat()}
    (folder / "last-verified.json").write_text(json.dumps(note))


def test_the_administrator_sees_backup_restorations_and_checks(
    client_as, administrator, system, settings, tmp_path
):
    from operations.actions import record_restoration

    settings.BACKUP_DIR = tmp_path
    moment = timezone.now() - timedelta(hours=30)
    note_of(tmp_path, moment)
    record_restoration(data_until=moment, by=system)
    told = client_as(administrator).get("/api/v1/operations").json()
    assert told["backup"]["age_seconds"] == pytest.approx(30 * 3600, abs=60)
    assert told["backup"]["second_place"] is True
    assert len(told["restorations"]) == 1
    assert {row["said"] for row in told["checks"]} == {"ok"}


def test_a_damaged_note_is_no_backup(client_as, administrator, settings, tmp_path):
    settings.BACKUP_DIR = tmp_path
    (tmp_path / "last-verified.json").write_text('{"name": 1}')
    assert client_as(administrator).get("/api/v1/operations").json()["backup"] is None


def test_after_a_restore_everybody_is_told_for_two_weeks_and_signs_in_again(
    client_as, officer, system
):
    from django.core.management import call_command

    from operations.models import Restoration

    client = client_as(officer)
    assert client.get("/api/v1/session").json()["restored_until"] is None
    call_command("after_restore", until="2026-11-21T01:00:00+07:00")
    told = client.get("/api/v1/session").json()
    assert told["user"] is None
    assert told["restored_until"].startswith("2026-11-21T01:00:00+07:00")
    Restoration.objects.update(restored_at=timezone.now() - timedelta(days=15))
    assert client.get("/api/v1/session").json()["restored_until"] is None
    (event,) = Restoration.objects.get().trail.filter(pgh_label="insert")
    assert event.pgh_context.metadata["verb"] == "backup.restore"


@pytest.mark.parametrize("name", ["officer", "head", "coordinator", "council"])
def test_the_installation_is_the_administrator_s_business(client_as, request, name):
    answer = client_as(request.getfixturevalue(name)).get("/api/v1/operations")
    assert (answer.status_code, answer.json()["code"]) == (403, "act.not_yours")
