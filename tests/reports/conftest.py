"""Reports as they are asked for, and what is in them."""

import subprocess
from pathlib import Path
from shutil import which

import pytest
from pypdf import PdfReader

DAY = "2010-02-03"


@pytest.fixture
def store(settings, tmp_path):
    """A store of files of this test alone."""
    settings.STORAGES = {
        **settings.STORAGES,
        "evidence": {
            "BACKEND": "django.core.files.storage.FileSystemStorage",
            "OPTIONS": {"location": str(tmp_path / "store"), "allow_overwrite": True},
        },
    }


@pytest.fixture
def so_noi_vu(load, store):
    """The article's case."""
    load("so_noi_vu_2010")


@pytest.fixture
def ask(client_as, coordinator):
    """ask("agency", agency="SNV") → the report as JSON; another status than 201 fails."""

    def asking(kind, *, by=None, **told):
        answer = client_as(by or coordinator).post("/api/v1/reports", {"kind": kind, **told})
        assert answer.status_code == 201, answer.content
        return answer.json()

    return asking


@pytest.fixture
def of_snv(so_noi_vu, ask):
    """The report of Sở Nội vụ on the article's day."""
    return ask("agency", agency="SNV", day=DAY)


@pytest.fixture
def download(client_as, coordinator, tmp_path):
    """download(report, "docx") → the path of its file."""

    def downloading(report, wanted, by=None):
        answer = client_as(by or coordinator).get(f"{report['url']}/file?format={wanted}")
        assert answer.status_code == 200, answer.content
        path = tmp_path / f"report-{report['id']}.{wanted}"
        path.write_bytes(b"".join(answer.streaming_content))
        return path

    return downloading


@pytest.fixture
def province(ask, django_capture_on_commit_callbacks):
    """province(day=…) → the province's report, made by the worker at once."""

    def making(day="2010-06-14", **more):
        period = {"from": "2009-12-15", "to": "2010-06-14", "label": "6 tháng đầu năm 2010"}
        with django_capture_on_commit_callbacks(execute=True):
            return ask("province", day=day, period=period, **more)

    return making


@pytest.fixture
def as_pdf(tmp_path):
    """as_pdf(path) → the PDF that LibreOffice makes of a Word file."""
    if not which("soffice"):
        pytest.skip("not run: LibreOffice is not installed on this machine")

    def converting(path: Path) -> Path:
        words = ["soffice", f"-env:UserInstallation=file://{tmp_path}/office", "--headless"]
        words += ["--convert-to", "pdf", "--outdir", str(tmp_path / "out"), str(path)]
        subprocess.run(words, check=True, capture_output=True, timeout=180)
        return tmp_path / "out" / f"{path.stem}.pdf"

    return converting


def pages_of(pdf):
    """The text of each page of a PDF."""
    return [page.extract_text() for page in PdfReader(pdf).pages]


def sentences(report):
    """Every sentence of a report, as one text."""
    return "\n".join(
        line["text"] for section in report["figures"]["sections"] for line in section["lines"]
    )
