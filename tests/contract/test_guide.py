"""The user guide speaks of the screens as they are: what stands in «» is a text of theirs."""

import re
from pathlib import Path

import pytest

ROOT = Path(__file__).parents[2]
GUIDE = ROOT / "docs" / "huong-dan"
PAGES = sorted(GUIDE.glob("*.md"))
MOST_BYTES = 100_000


def texts():
    """Every Vietnamese text of the screens: the client's own and the labels of codes."""
    found = []
    for path in sorted((ROOT / "frontend" / "src" / "i18n").glob("vi*.ts")):
        found += re.findall(r':\s*"([^"]+)"', path.read_text("utf-8"))
    for name in ("core/labels.toml", "progress/sentences.toml"):
        found += re.findall(r'vi = "([^"]+)"', (ROOT / "backend" / name).read_text("utf-8"))
    return [text.lower() for text in found]


@pytest.mark.parametrize("page", PAGES, ids=lambda path: path.stem)
def test_what_the_guide_quotes_stands_on_a_screen(page):
    known = texts()
    quoted = re.findall(r"«([^»]+)»", page.read_text("utf-8"))
    parts = [" ".join(part.split()).lower() for quote in quoted for part in quote.split("…")]
    strange = [part for part in parts if part and not any(part in text for text in known)]
    assert strange == []


@pytest.mark.parametrize("page", PAGES, ids=lambda path: path.stem)
def test_its_links_and_pictures_are_there_and_small(page):
    for target in re.findall(r"\]\(([^)#]+)\)", page.read_text("utf-8")):
        file = (page.parent / target).resolve()
        assert file.exists(), target
        if file.suffix == ".png":
            assert file.stat().st_size <= MOST_BYTES, target
