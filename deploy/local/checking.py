"""`make check`, `make fix`, `make schema`: what a machine can judge is not left to review."""

from __future__ import annotations

import tempfile
import tomllib
from collections.abc import Callable
from pathlib import Path

from deploy.local import deployment_files, packages, processes, sql_runner
from deploy.local.environment import BACKEND, FRONTEND, PYTHON, ROOT, Stop
from deploy.local.postgres import throw_away
from deploy.local.serving import side_by_side

CODE = ("backend", "tests", "deploy")
RUFF_CONFIG = ("--config", "backend/pyproject.toml")
OPENAPI = ROOT / "docs" / "openapi.yaml"
CLIENT_TYPES = FRONTEND / "src" / "api" / "schema.d.ts"


def check() -> int:
    """Return 0 when every step passed; a failing step does not hide the next one."""
    side_by_side(packages.ensure_python, packages.ensure_frontend)
    steps: dict[str, Callable[[], int]] = {
        "lint": lambda: ruff("check", *RUFF_CONFIG, *CODE),
        "format": lambda: ruff("format", "--check", *RUFF_CONFIG, *CODE),
        "layers": layers,
        "types": lambda: tool("mypy", "."),
        "migrations and database files": database_files,
        "frontend": lambda: npm("check"),
        "openapi.yaml is up to date": openapi_current,
        "client types are up to date": client_types_current,
        "deployment files": deployment_files.check,
    }
    failed = []
    for name, step in steps.items():
        print(f"── {name}", flush=True)
        try:
            status = step()
        except Stop as reason:
            print(reason, flush=True)
            status = 1
        if status:
            failed.append(name)
    print("\nFailed: " + ", ".join(failed) if failed else "\nAll checks passed.", flush=True)
    return 1 if failed else 0


def fix() -> int:
    """Format everything and apply the safe fixes; return 0 when nothing is left to do by hand."""
    side_by_side(packages.ensure_python, packages.ensure_frontend)
    linted = ruff("check", "--fix", *RUFF_CONFIG, *CODE)
    formatted = ruff("format", *RUFF_CONFIG, *CODE)
    return max(linted, formatted, npm("fix"))


def schema() -> int:
    """Write docs/openapi.yaml and the client's types from the code."""
    side_by_side(packages.ensure_python, packages.ensure_frontend)
    OPENAPI.parent.mkdir(exist_ok=True)
    return write_openapi(OPENAPI) or npm("types")


def ruff(*words: str) -> int:
    return processes.run([PYTHON, "-m", "ruff", *words])


def tool(name: str, *words: str) -> int:
    """Run a tool of the environment in backend/, where its modules and its settings are."""
    return processes.run([PYTHON.parent / name, *words], cwd=BACKEND)


def layers() -> int:
    """Check who imports whom, and that no app stands outside the layers."""
    told = tomllib.loads((BACKEND / "pyproject.toml").read_text(encoding="utf-8"))
    named = set(told["tool"]["importlinter"]["root_packages"])
    strangers = {path.parent.name for path in BACKEND.glob("*/__init__.py")} - named
    if strangers:
        print(f"Add to the import layers in backend/pyproject.toml: {', '.join(strangers)}")
    return tool("lint-imports", "--config", "pyproject.toml") or int(bool(strangers))


def npm(script: str) -> int:
    return processes.run([packages.npm(), "run", "--silent", script], cwd=FRONTEND)


def write_openapi(path: Path) -> int:
    words = ["spectacular", "--validate", "--file", path]
    return processes.run([PYTHON, BACKEND / "manage.py", *words])


def openapi_current() -> int:
    """Compare the committed schema with the one the code gives now."""
    with tempfile.TemporaryDirectory() as folder:
        fresh = Path(folder) / "openapi.yaml"
        status = write_openapi(fresh)
        if status == 0 and (not OPENAPI.exists() or OPENAPI.read_bytes() != fresh.read_bytes()):
            print("docs/openapi.yaml is not what the code says; run: make schema")
            return 1
        return status


def client_types_current() -> int:
    """Generate the client's types in place, compare, and leave the file as it was."""
    before = CLIENT_TYPES.read_bytes() if CLIENT_TYPES.exists() else b""
    try:
        status = npm("types")
        now = CLIENT_TYPES.read_bytes() if CLIENT_TYPES.exists() else b""
    finally:
        if before:
            CLIENT_TYPES.write_bytes(before)
    if status == 0 and now != before:
        print(f"{CLIENT_TYPES.relative_to(ROOT)} is not what openapi.yaml says; run: make schema")
        return 1
    return status


def database_files() -> int:
    """Run roles, migrations and grants twice on an empty server; miss no migration."""
    manage = [PYTHON, BACKEND / "manage.py"]
    with throw_away() as admin_url:
        word = {"owner_password": "owner", "app_password": "app"}
        for _ in range(2):
            sql_runner.in_environment("prepare", admin_url=admin_url, database="iso", **word)
        host = admin_url.rpartition("@")[2].partition("/")[0]
        addresses = {
            "DATABASE_URL": f"postgres://iso_app:app@{host}/iso",
            "DATABASE_OWNER_URL": f"postgres://iso_owner:owner@{host}/iso",
        }
        for words in (
            ["migrate", "--no-input", "-v", "0"],
            ["migrate", "--no-input", "-v", "0"],
            ["makemigrations", "--check", "--dry-run"],
        ):
            if processes.run([*manage, *words], env=addresses):
                return 1
    return 0
