"""nginx with the installed site, in front of the backend with the installed settings."""

import http.client
import json
import os
import re
import shutil
import subprocess
import sys
import time
from contextlib import suppress

import pytest

from deploy.local.deployment_files import HOST, SERVER, staged
from deploy.local.postgres import free_port
from tests.deploy.house import ROOT, House

NGINX = shutil.which("nginx") or shutil.which("nginx", path="/usr/sbin")
pytestmark = pytest.mark.skipif(not NGINX, reason="nginx is not installed on this machine")
PAGE = '<meta property="csp-nonce" nonce="CSP_NONCE"><script nonce="CSP_NONCE"></script>'


def ask(port, path, **headers):
    link = http.client.HTTPConnection("127.0.0.1", port, timeout=20)
    try:
        link.request("GET", path, headers={"Host": HOST, **headers})
        answer = link.getresponse()
        return answer, answer.read().decode()
    finally:
        link.close()


def wait_for(port):
    deadline = time.monotonic() + 60
    while time.monotonic() < deadline:
        with suppress(OSError, http.client.HTTPException):
            return ask(port, "/healthz")
        time.sleep(0.1)
    raise AssertionError(f"nobody answers on port {port}")


@pytest.fixture(scope="module")
def site(tmp_path_factory):
    """(port of nginx, port of the backend, its log); the backend runs as in production."""
    folder = tmp_path_factory.mktemp("site")
    folder.chmod(0o755)
    made = House(folder, name="iso_site")
    made.manage("migrate", "--no-input", "-v", "0")
    inside, outside = free_port(), free_port()
    environment = {
        **made.environment,
        "PRODUCTION": "1",
        "SECRET_KEY": "Zq8-ein-langes-zufaelliges-Wort-0123456789-abcdefghij",
        "ALLOWED_HOSTS": HOST,
        "TRUSTED_PROXIES": "127.0.0.1",
        "BIND": f"127.0.0.1:{inside}",
        "DEMO": "",
    }
    conf = staged(folder / "dist", "site.conf", f"127.0.0.1:{outside}")
    conf = conf.replace("http://127.0.0.1:8000", f"http://127.0.0.1:{inside}")
    paths = "".join(
        f"{kind}_temp_path {folder}/{kind};"
        for kind in ("client_body", "proxy", "fastcgi", "uwsgi", "scgi")
    )
    (folder / "dist" / "assets").mkdir(parents=True)
    (folder / "dist" / "index.html").write_text(PAGE)
    (folder / "dist" / "assets" / "a.js").write_text("1")
    (folder / "nginx.conf").write_text(
        f"{'user root;' if os.geteuid() == 0 else ''} daemon off; pid {folder}/pid;"
        f" error_log {folder}/error.log; events {{}}"
        f" http {{ include /etc/nginx/mime.types; access_log off; {paths} {conf} }}"
    )
    backend = [sys.executable, "-m", "gunicorn", "-c", "config/serving.py", "config.wsgi"]
    both = [
        subprocess.Popen(
            backend, cwd=ROOT / "backend", env=environment, stderr=(folder / "log").open("wb")
        ),
        subprocess.Popen([NGINX, "-p", str(folder), "-c", str(folder / "nginx.conf")]),
    ]
    try:
        wait_for(inside)
        wait_for(outside)
        yield outside, inside, folder / "log"
    finally:
        for child in both:
            child.terminate()
            child.wait(20)


def test_the_page_bears_the_number_of_its_header(site):
    numbers = set()
    for path in ("/", "/agencies/SNV"):
        answer, page = ask(site[0], path)
        policy = answer.getheader("Content-Security-Policy")
        (number,) = re.findall(r"'nonce-([0-9a-f]{32})'", policy)
        assert page == PAGE.replace("CSP_NONCE", number)
        assert "unsafe" not in policy
        assert answer.getheader("Cache-Control") == "no-store"
        assert answer.getheader("Strict-Transport-Security").startswith("max-age=31536000")
        numbers.add(number)
    assert len(numbers) == 2


def test_every_header_of_the_file_is_on_pages_and_assets(site):
    wanted = re.findall(r"^add_header (\S+)", (SERVER / "security-headers.conf").read_text(), re.M)
    assert len(wanted) >= 6
    for path in ("/", "/assets/a.js"):
        answer, _ = ask(site[0], path)
        assert answer.status == 200
        assert [name for name in wanted if not answer.getheader(name)] == []
    assert "immutable" in answer.getheader("Cache-Control")


def test_the_api_answers_through_the_site_with_secure_cookies(site):
    answer, body = ask(site[0], "/api/v1/session")
    assert answer.status == 200, body
    cookie = answer.getheader("Set-Cookie")
    assert "csrftoken=" in cookie
    assert "Secure" in cookie
    assert answer.getheader("Strict-Transport-Security")
    assert "default-src 'none'" in answer.getheader("Content-Security-Policy")


@pytest.mark.parametrize("path", ["/metrics", "/readyz", "/healthz"])
def test_what_machines_ask_is_not_for_the_outside(site, path):
    assert ask(site[0], path)[0].status == 404
    assert ask(site[1], path)[0].status == 200


def test_the_metrics_count_over_all_workers(site):
    for _ in range(6):
        ask(site[0], "/api/v1/session")
    _, page = ask(site[1], "/metrics")
    (total,) = re.findall(r"^django_http_requests_before_middlewares_total (\S+)", page, re.M)
    assert float(total) >= 6


def test_a_strange_host_is_refused(site):
    assert ask(site[1], "/api/v1/session", Host="evil.example")[0].status in (301, 400)


def test_the_log_is_json_with_the_id_that_the_visitor_was_told_and_no_search(site):
    answer, _ = ask(site[0], "/api/v1/session?as_of=2020-01-01&ten=nguyen")
    lines = [json.loads(line) for line in site[2].read_text().splitlines()]
    named = answer.getheader("X-Request-ID")
    (line,) = [each for each in lines if each["request_id"] == named and "path" in each]
    assert line["path"] == "/api/v1/session"
    assert "nguyen" not in site[2].read_text()
