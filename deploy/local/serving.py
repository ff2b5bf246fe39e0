"""`make run`: from an empty machine to the board in the browser."""

from __future__ import annotations

import time
from collections.abc import Callable
from concurrent.futures import ThreadPoolExecutor

from deploy.local import packages, processes
from deploy.local.environment import Stop, asked, data_dir, demo_password, kept_secret, port
from deploy.local.kept_database import database
from deploy.local.servers import Site, refuse_taken

ACCOUNTS = (
    ("canbo.snv", "cán bộ ISO, Sở Nội vụ"),
    ("lanhdao.snv", "lãnh đạo, Sở Nội vụ"),
    ("chuyenvien", "chuyên viên UBND tỉnh"),
    ("bcd", "Ban chỉ đạo ISO (chỉ xem)"),
    ("quantri", "quản trị"),
)


def run() -> int:
    """Serve until Ctrl-C; return 0 then, and stop with a reason when a server ends by itself."""
    began = time.monotonic()
    site = Site(port("API_PORT", 8000), port("WEB_PORT", 5173), data_dir(), {})
    if site.api_port == site.web_port:
        raise Stop("API_PORT and WEB_PORT are the same; choose two different ports.")
    refuse_taken("API_PORT", site.api_port)
    refuse_taken("WEB_PORT", site.web_port)
    demo = asked("DEMO", default="1")
    site.variables["DEMO"] = "1" if demo else "0"
    site.variables["SECRET_KEY"] = kept_secret("secret-key", 50)
    try:
        side_by_side(packages.ensure_python, packages.ensure_frontend)
        with database() as addresses:
            try:
                site.variables.update(addresses)
                side_by_side(lambda: prepare_data(site, demo), packages.ensure_built)
                started = site.serve()
                announce(site, demo, time.monotonic() - began)
                while True:
                    time.sleep(0.5)
                    site.fail_if_ended(started)
            finally:
                processes.end_all()  # the servers before their database
    except KeyboardInterrupt:
        print("\nStopped.", flush=True)
        return 0


def side_by_side(*steps: Callable[[], None]) -> None:
    """Run steps at the same time; the first failure is the one that is told."""
    with ThreadPoolExecutor(len(steps)) as pool:
        begun = [pool.submit(step) for step in steps]
        for each in begun:
            each.result()


def prepare_data(site: Site, demo: bool) -> None:
    """Bring the database to the latest migration and load the first data once."""
    if demo:
        site.variables["DEMO_PASSWORD"] = demo_password()
    print("Preparing the database …", flush=True)
    site.manage("migrate", "--verbosity", "1", "--no-input")
    site.manage("first_data")
    site.variables.pop("DEMO_PASSWORD", None)  # the servers have no use for it


def announce(site: Site, demo: bool, seconds: float) -> None:
    """Print where to go and with which name and password."""
    print(f"\nReady after {seconds:.1f} s.\n")
    print(f"  Board  http://127.0.0.1:{site.web_port}/")
    print(f"  API    http://127.0.0.1:{site.api_port}/api/v1/")
    if demo:
        print(f"\n  Accounts, all with the password  {demo_password()}\n")
        for name, who in ACCOUNTS:
            print(f"    {name:<14}{who}")
    print("\nCtrl-C stops everything; the data stays in", site.data_dir, flush=True)
