"""Production refuses to start unsafe, in one sentence, and its settings pass Django's own check."""

import json
import os
import subprocess
import sys
from pathlib import Path

import pytest

from tests.database import addresses

BACKEND = Path(__file__).resolve().parents[2] / "backend"
CASES = BACKEND.parent / "tests" / "cases"
SAFE = {
    "PRODUCTION": "1",
    "SECRET_KEY": "Zq8-ein-langes-zufaelliges-Wort-0123456789-abcdefghij",
    "ALLOWED_HOSTS": "iso.example.gov.vn",
    "DEBUG": "",
    "DEMO": "",
}


def start(*words, **more):
    """Run a Django command with the environment of an installation."""
    return subprocess.run(
        [sys.executable, "-m", "django", *words],
        cwd=BACKEND,
        env={**os.environ, "DJANGO_SETTINGS_MODULE": "config.settings", **SAFE, **more},
        capture_output=True,
        text=True,
    )


@pytest.mark.parametrize(
    ("wrong", "sentence"),
    [
        ({"SECRET_KEY": ""}, "Production does not start without SECRET_KEY"),
        ({"SECRET_KEY": "short"}, "Production does not start with a SECRET_KEY below 50"),
        ({"SECRET_KEY": "a" * 60}, "Production does not start with a SECRET_KEY below 50"),
        ({"DEBUG": "1"}, "Production does not start with DEBUG=1"),
        ({"DEMO": "1"}, "Production does not start with DEMO=1"),
        ({"ALLOWED_HOSTS": ""}, "Production does not start without ALLOWED_HOSTS"),
        ({"ALLOWED_HOSTS": "*"}, "Production does not start with * in ALLOWED_HOSTS"),
        ({"DATABASE_URL": ""}, "Production does not start without DATABASE_URL"),
        ({"TRUSTED_PROXIES": "proxy"}, "TRUSTED_PROXIES holds addresses or networks"),
    ],
)
def test_unsafe_settings_do_not_start(wrong, sentence):
    done = start("check", **wrong)
    assert done.returncode != 0
    last = done.stderr.strip().splitlines()[-1]
    assert sentence in last


def test_safe_settings_pass_the_check_of_deployment():
    done = start("check", "--deploy", "--fail-level", "WARNING")
    assert done.returncode == 0, done.stderr
    assert "no issues" in done.stdout + done.stderr


@pytest.fixture(scope="module")
def installed():
    """The addresses of a migrated database of its own, without first data."""
    told = addresses(os.environ["TEST_DATABASE_URL"], database="iso_production")
    from deploy.local import sql_runner

    done = start("migrate", "--no-input", "-v", "0", **told)
    assert done.returncode == 0, done.stderr
    sql_runner.after_migrate(told["DATABASE_OWNER_URL"])
    return told


def test_the_application_s_role_may_start(installed):
    done = start("may_start", **installed)
    assert done.returncode == 0, done.stderr


def test_a_role_that_owns_tables_does_not_start(installed):
    owner = installed["DATABASE_OWNER_URL"]
    done = start("may_start", **{**installed, "DATABASE_URL": owner})
    assert done.returncode != 0
    assert "a database role that owns tables" in done.stderr.strip().splitlines()[-1]


def test_the_server_ends_with_that_sentence_too(installed):
    owner = installed["DATABASE_OWNER_URL"]
    done = subprocess.run(
        [sys.executable, "-m", "gunicorn", "-c", "config/serving.py", "config.wsgi"],
        cwd=BACKEND,
        env={**os.environ, **SAFE, **installed, "DATABASE_URL": owner, "BIND": "127.0.0.1:0"},
        capture_output=True,
        text=True,
        timeout=60,
    )
    assert done.returncode != 0
    assert "Production does not start with a database role that owns tables" in done.stderr
    assert "Traceback" not in done.stderr


def test_a_database_that_does_not_answer_is_told(installed):
    done = start("may_start", **{**installed, "DATABASE_URL": "postgres://iso_app@127.0.0.1:1/x"})
    assert done.returncode != 0
    assert "does not answer" in done.stderr.strip().splitlines()[-1]


def test_illustration_records_do_not_start(installed, tmp_path):
    case = json.loads((CASES / "so_noi_vu_2010.json").read_text("utf-8"))
    case["source"]["real"] = False
    (tmp_path / "case.json").write_text(json.dumps(case), "utf-8")
    for words in (["first_data"], ["import_case", str(tmp_path / "case.json")]):
        done = start(*words, **{**installed, "PRODUCTION": ""})
        assert done.returncode == 0, done.stderr
    done = start("may_start", **installed)
    assert done.returncode != 0
    assert "while illustration records exist" in done.stderr.strip().splitlines()[-1]
