"""API, SPA and worker as processes, and the Django commands that come before them."""

from __future__ import annotations

import http.client
import shutil
import socket
import subprocess
import time
from dataclasses import dataclass
from pathlib import Path

from deploy.local import processes
from deploy.local.environment import BACKEND, FRONTEND, PYTHON, Stop


@dataclass
class Site:
    """Two addresses, and the variables with which servers and worker run."""

    api_port: int
    web_port: int
    data_dir: Path
    variables: dict[str, str]

    @property
    def environment(self) -> dict[str, str]:
        origins = [f"http://{host}:{self.web_port}" for host in ("127.0.0.1", "localhost")]
        return {
            "DJANGO_SETTINGS_MODULE": "config.settings",
            "ALLOWED_HOSTS": "127.0.0.1,localhost",
            "CSRF_TRUSTED_ORIGINS": ",".join(origins),
            "DATA_DIR": str(self.data_dir),
            "API_PORT": str(self.api_port),
            "BIND": f"127.0.0.1:{self.api_port}",
            "WEB_PORT": str(self.web_port),
            **self.variables,
        }

    def log(self, name: str) -> Path:
        """Return the log of one process."""
        folder = self.data_dir / "logs"
        folder.mkdir(exist_ok=True)
        return folder / f"{name}.log"

    def manage(self, *words: str) -> None:
        """Run a Django command on this site's database."""
        command = [PYTHON, BACKEND / "manage.py", *words]
        processes.quietly(
            command, f"manage.py {words[0]}", self.log(words[0]), env=self.environment
        )

    def start_api(self) -> subprocess.Popen:
        """Return gunicorn with the settings of an installation, backend/config/serving.py."""
        command = [PYTHON, "-m", "gunicorn", "-c", "config/serving.py", "config.wsgi"]
        return self._start("api", command, BACKEND)

    def start_worker(self) -> subprocess.Popen:
        """Return the worker, which makes long reports; it looks for work every second."""
        command = [PYTHON, BACKEND / "manage.py", "db_worker", "--interval", "1"]
        return self._start("worker", command, BACKEND)

    def start_web(self) -> subprocess.Popen:
        """Return the server of the built SPA; it passes /api, /feeds and /public on to the API."""
        node = shutil.which("node")
        if not node:
            raise Stop("node is missing; install Node.js 20.19 or newer.")
        vite = FRONTEND / "node_modules" / "vite" / "bin" / "vite.js"
        command = [node, vite, "preview", "--host", "127.0.0.1", "--strictPort"]
        return self._start("web", [*command, "--port", str(self.web_port)], FRONTEND)

    def _start(self, name: str, command: list, folder: Path) -> subprocess.Popen:
        self.log(name).unlink(missing_ok=True)
        return processes.start(command, cwd=folder, env=self.environment, log=self.log(name))

    def serve(self, patience: float = 60) -> dict[str, subprocess.Popen]:
        """Start everything and return it by name once each server answers on its own port."""
        started = {
            "api": self.start_api(),
            "web": self.start_web(),
            "worker": self.start_worker(),
        }
        waiting = {
            "api": (self.api_port, "/api/v1/session"),
            "web": (self.web_port, "/"),
        }
        deadline = time.monotonic() + patience
        while waiting:
            self.fail_if_ended(started)
            waiting = {name: where for name, where in waiting.items() if not answers(*where)}
            if waiting and time.monotonic() > deadline:
                name = min(waiting)
                print(processes.tail(self.log(name)))
                raise Stop(f"The {name} server does not answer; its log is {self.log(name)}.")
            time.sleep(0.1)
        return started

    def fail_if_ended(self, started: dict[str, subprocess.Popen]) -> None:
        """Stop when one of them has ended by itself."""
        for name, child in started.items():
            if child.poll() is not None:
                print(processes.tail(self.log(name)))
                raise Stop(
                    f"The process {name} ended with status {child.returncode}; "
                    f"its log is {self.log(name)}."
                )


def answers(port: int, path: str) -> bool:
    """Return whether a server answers this path without an error of its own."""
    link = http.client.HTTPConnection("127.0.0.1", port, timeout=5)
    try:
        link.request("GET", path, headers={"Host": f"127.0.0.1:{port}"})
        return link.getresponse().status < 500
    except (OSError, http.client.HTTPException):
        return False
    finally:
        link.close()


def refuse_taken(name: str, port: int) -> None:
    """Stop when somebody listens on the port already."""
    with socket.socket() as probe:
        probe.setsockopt(socket.SOL_SOCKET, socket.SO_REUSEADDR, 1)
        try:
            probe.bind(("127.0.0.1", port))
        except OSError as error:
            raise Stop(
                f"Port {port} is taken; choose another: make run {name}={port + 1}"
            ) from error
