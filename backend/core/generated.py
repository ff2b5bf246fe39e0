"""Pages of docs/ that are written from the code, and the check that they are up to date."""

from pathlib import Path
from typing import Any

from django.core.management.base import BaseCommand, CommandError, CommandParser

ROOT = Path(__file__).resolve().parents[2]


class GeneratedPage(BaseCommand):
    """Writes `page` from `text()`; with --check only compares and fails on a difference."""

    page: str
    requires_system_checks: list[str] = []

    def text(self) -> str:
        raise NotImplementedError

    def add_arguments(self, parser: CommandParser) -> None:
        parser.add_argument("--check", action="store_true", help="compare only; fail if outdated")

    def handle(self, *args: Any, **options: Any) -> None:
        path, fresh = ROOT / self.page, self.text()
        if options["check"]:
            if not path.exists() or path.read_text("utf-8") != fresh:
                name = type(self).__module__.rpartition(".")[2]
                raise CommandError(f"{self.page} is not what the code says; run: manage.py {name}")
            return
        path.parent.mkdir(exist_ok=True)
        path.write_text(fresh, "utf-8")
        self.stdout.write(f"{self.page} written.")


def table(head: list[str], rows: list[list[str]]) -> str:
    """A Markdown table; pipes and line ends in cells are made harmless."""
    lines = [head, ["---"] * len(head), *rows]
    clean = [[cell.replace("|", "\\|").replace("\n", " ") for cell in line] for line in lines]
    return "\n".join(f"| {' | '.join(line)} |" for line in clean) + "\n"
