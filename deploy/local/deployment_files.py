"""Let each kind of deployment file be read by the program that will read it, where it is there."""

from __future__ import annotations

import re
import shutil
import subprocess
import tempfile
from pathlib import Path

from deploy.local import processes
from deploy.local.environment import PYTHON, ROOT

DEPLOY = ROOT / "deploy"
SERVER = DEPLOY / "server"
HOST = "iso.example.gov.vn"


def check() -> int:
    """Return 0 when every file is valid; what could not be tried is told in a line."""
    return max(step() for step in (scripts, compose, nginx, units, dockerfiles))


def not_run(what: str, why: str) -> int:
    """Tell what nobody has tried on this machine."""
    print(f"not run: {what} ({why})", flush=True)
    return 0


def scripts() -> int:
    """Read every shell script."""
    found = [ROOT / ".ci" / "run", *sorted(DEPLOY.rglob("*.sh"))]
    if shutil.which("shellcheck"):
        return processes.run(["shellcheck", *found])
    not_run("shellcheck", "not installed; bash -n instead")
    return max(processes.run(["bash", "-n", script]) for script in found)


def compose() -> int:
    """Read compose.yaml as YAML, check what the project asks of it, then let compose read it."""
    status = processes.run([PYTHON, "-m", "deploy.local.compose_rules", DEPLOY / "compose.yaml"])
    asked = ["docker", "compose", "version"]
    there = shutil.which("docker") and not subprocess.run(asked, capture_output=True).returncode
    if not there:
        return status or not_run("docker compose config", "docker compose is not installed")
    variables = {"HOST_NAME": HOST, "BACKUP_SECOND_PLACE": "/mnt/second"}
    words = ["docker", "compose", "-f", DEPLOY / "compose.yaml", "config", "--quiet"]
    return status or processes.run(words, env=variables)


def staged(folder: Path, name: str, listen: str = "127.0.0.1:8443") -> str:
    """Return one of nginx's files as install.sh fills it in, with places below the folder."""
    text = (SERVER / name).read_text(encoding="utf-8")
    places = {
        "LISTEN": listen,
        "TLS": "",
        "HSTS": 'add_header Strict-Transport-Security "max-age=31536000" always;',
        "HOST": HOST,
        "SCHEME": "https",
        "ROOT": str(folder),
        "BACKEND": "http://127.0.0.1:8000",
        "HEADERS": str(SERVER / "security-headers.conf"),
    }
    for place, value in places.items():
        text = text.replace(f"@{place}@", value)
    return text.replace("listen 80;", "listen 127.0.0.1:8080;")  # 80 is the administrator's


def nginx() -> int:
    """Let nginx read the site as it will be installed."""
    program = shutil.which("nginx") or shutil.which("nginx", path="/usr/sbin")
    if not program:
        return not_run("nginx -t", "nginx is not installed")
    with tempfile.TemporaryDirectory() as name:
        folder = Path(name)
        sites = staged(folder, "site.conf") + staged(folder, "redirect.conf")
        left = re.findall(r"@[A-Z]+@", sites)
        if left:
            print(f"deploy/server/site.conf has places that nobody fills in: {left}")
            return 1
        conf = folder / "nginx.conf"
        paths = "".join(
            f"{kind}_temp_path {folder}/{kind};"
            for kind in ("client_body", "proxy", "fastcgi", "uwsgi", "scgi")
        )
        conf.write_text(
            f"pid {folder}/pid; error_log stderr; events {{}}"
            f" http {{ access_log off; {paths} {sites} }}",
            encoding="utf-8",
        )
        return processes.run([program, "-t", "-q", "-p", folder, "-c", conf])


def units() -> int:
    """Let systemd read the units; that their programs are not installed here is no mistake."""
    if not shutil.which("systemd-analyze"):
        return not_run("systemd-analyze verify", "systemd is not installed")
    found = sorted([*SERVER.glob("*.service"), *SERVER.glob("*.timer")])
    done = subprocess.run(
        ["systemd-analyze", "verify", "--man=no", *found], capture_output=True, text=True
    )
    wrong = [
        line
        for line in (done.stdout + done.stderr).splitlines()
        if any(unit.name in line for unit in found)
        and "is not executable: No such file or directory" not in line
    ]
    print("\n".join(wrong), end="\n" if wrong else "")
    return int(bool(wrong))


def dockerfiles() -> int:
    """Check that every image is pinned and ends as an account without rights."""
    status = 0
    for file in sorted(DEPLOY.rglob("*.Dockerfile")):
        text = file.read_text(encoding="utf-8")
        pinned = all(
            re.search(r":\d+\.\d+", base) for base in re.findall(r"^FROM (\S+)", text, re.M)
        )
        last = re.findall(r"^USER (\S+)", text, re.M)[-1:]
        if not pinned or last in ([], ["root"], ["0"]):
            print(f"{file.relative_to(ROOT)}: pin every image and end with an account's number")
            status = 1
    return status or not_run("docker build", "no container engine is asked by the checks")
