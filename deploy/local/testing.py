"""`make test`: backend, frontend and browser tests on a database that is thrown away."""

from __future__ import annotations

import os
import shlex
from collections.abc import Iterator
from contextlib import contextmanager

from deploy.local import chromium, debian, packages, processes
from deploy.local.environment import FRONTEND, PYTHON, Stop, asked
from deploy.local.postgres import FOR_TESTS, throw_away
from deploy.local.serving import side_by_side

BROWSER = "tests/browser"
NO_TESTS = 5  # pytest's exit status when it found none
# One file, one process: what its tests share is made once. In the order of the folders: of itself
# pytest-xdist begins files of few tests last, and of these are the longest (the kill rounds).
SIDE_BY_SIDE = ("-n", "2", "--dist", "loadscope", "--no-loadscope-reorder")


def test() -> int:
    """Return 0 only when every part ran and passed. ARGS goes to pytest, which then runs alone."""
    words = shlex.split(os.environ.get("ARGS") or os.environ.get("PYTEST_ARGS") or "")
    side_by_side(packages.ensure_python, packages.ensure_frontend)
    if asked("HEAVY"):
        debian.ensure_for_tests()
    failed = []
    with test_server() as address:
        environment = {"TEST_DATABASE_URL": address, "DATABASE_URL": "", "DATABASE_OWNER_URL": ""}
        for name, part in (parts(words)).items():
            print(f"\n── {name} tests", flush=True)
            try:
                status = part(environment)
            except Stop as reason:
                print(reason, flush=True)
                status = 1
            if status:
                failed.append(f"{name} (status {status})")
    print("\nFailed: " + ", ".join(failed) if failed else "\nAll tests passed.", flush=True)
    return 1 if failed else 0


def parts(words: list[str]) -> dict:
    """Return what is to run, by name; words of the caller choose among the Python tests only."""
    if words:
        if any(BROWSER in word for word in words):
            return {"browser": lambda env: browser_tests(env, words)}
        return {"backend": lambda env: pytest(env, words)}
    return {
        "backend": lambda env: pytest(env, ["tests", f"--ignore={BROWSER}", *SIDE_BY_SIDE]),
        "frontend": lambda env: processes.run([packages.npm(), "test"], cwd=FRONTEND, env=env),
        "browser": lambda env: browser_tests(env, [BROWSER, *SIDE_BY_SIDE]),
    }


@contextmanager
def test_server() -> Iterator[str]:
    """Yield an administrator's address: TEST_DATABASE_URL if set, else a server of our own."""
    given = os.environ.get("TEST_DATABASE_URL")
    if given:
        yield given
        return
    with throw_away(FOR_TESTS) as address:
        try:
            yield address
        finally:
            processes.end_all()  # the tests before their database


def pytest(environment: dict[str, str], words: list[str]) -> int:
    """Return pytest's exit status; tests marked heavy run when HEAVY=1."""
    if asked("HEAVY"):
        words = ["-m", "", *words]  # pytest.ini leaves them out
    return processes.run([PYTHON, "-m", "pytest", *words], env=environment)


def browser_tests(environment: dict[str, str], words: list[str]) -> int:
    """Return the exit status of the journeys in a real browser, against both servers."""
    program = chromium.find()
    packages.ensure_built()
    status = pytest({**environment, "CHROMIUM": str(program)}, words)
    if status == NO_TESTS:
        print("There is no browser test to run.", flush=True)
    return status
