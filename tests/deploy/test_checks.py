"""What `make check` says of deployment files: the shipped ones are right, spoiled ones are not."""

import copy
import re
import shutil
import subprocess

import pytest
import yaml

from deploy.local import deployment_files
from deploy.local.compose_rules import faults
from tests.deploy.house import ROOT

COMPOSE = ROOT / "deploy" / "compose.yaml"


@pytest.fixture(scope="module")
def shipped():
    return yaml.safe_load(COMPOSE.read_text("utf-8"))


def test_the_shipped_files_are_right(shipped):
    assert list(faults(shipped, COMPOSE.parent)) == []
    assert deployment_files.check() == 0


@pytest.mark.parametrize(
    ("spoil", "word"),
    [
        (lambda s: s["backend"].update(user="root"), "runs as root"),
        (lambda s: s["web"].pop("read_only"), "may write"),
        (lambda s: s["db"].update(image="postgres"), "without a version"),
        (lambda s: s["backend"].pop("healthcheck"), "no health check"),
        (lambda s: s["db"].update(ports=["5432:5432"]), "one origin"),
        (lambda s: s["backend"]["environment"].update(SECRET_KEY="x"), "is no file"),
        (lambda s: s["worker"].update(secrets=["unknown"]), "not declared"),
        (lambda s: s.pop("worker"), "is missing"),
    ],
)
def test_a_spoiled_compose_file_is_told(shipped, spoil, word):
    told = copy.deepcopy(shipped)
    spoil(told["services"])
    assert any(word in fault for fault in faults(told, COMPOSE.parent))


def test_the_role_of_the_application_cannot_read_the_owner_s_password(shipped):
    for name in ("backend", "worker", "backup", "web"):
        assert "database_owner_url" not in shipped["services"][name].get("secrets", [])
    example = (ROOT / "deploy" / "server" / "environment.example").read_text("utf-8")
    assert "iso_owner" not in example


def test_every_setting_of_the_example_is_read_by_somebody():
    example = (ROOT / "deploy" / "server" / "environment.example").read_text("utf-8")
    code = "".join(
        path.read_text("utf-8")
        for folder in ("backend/config", "deploy/local")
        for path in (ROOT / folder).glob("*.py")
    )
    names = re.findall(r"^([A-Z_]+)=", example, re.M)
    assert [name for name in names if f'"{name}"' not in code] == []


def test_installing_below_a_folder_twice_keeps_the_secrets(tmp_path):
    """Only the parts that need neither packages nor root's rights: secrets, site, units."""
    script = (ROOT / "deploy" / "server" / "install.sh").read_text("utf-8")
    functions, _, _ = script.partition("\nrefuse\npackages\n")
    steps = "\nrefuse\nfolders\nenvironment\nsettings\nsite\nunits\n"
    copied = tmp_path / "from" / "deploy" / "server"
    shutil.copytree(ROOT / "deploy" / "server", copied)
    (copied / "trial.sh").write_text(functions + steps)
    place = {"STAGE": str(tmp_path), "HOST_NAME": "a.vn"}
    kept = []
    for _ in range(2):
        subprocess.run(
            ["bash", copied / "trial.sh"],
            env={"PATH": "/usr/sbin:/usr/bin:/bin", **place},
            check=True,
            capture_output=True,
        )
        conf = tmp_path / "etc" / "iso-rollout"
        kept.append((conf / "environment").read_text() + (conf / "owner").read_text())
    assert kept[0] == kept[1]
    assert "@HOST@" not in kept[0]
    assert (tmp_path / "etc/iso-rollout/owner").stat().st_mode & 0o077 == 0
    site = (tmp_path / "etc/nginx/conf.d/iso-rollout.conf").read_text()
    assert "server_name a.vn;" in site
    assert len(list((tmp_path / "etc/systemd/system").iterdir())) == 6
