"""rules_doc: docs/rules.md from the catalogue of sentences."""

import re
from functools import cache

from core.generated import ROOT, GeneratedPage, table
from core.sentences import catalogue

TITLES = {
    "blocker": "Reasons to refuse or to warn (409, `blockers`)",
    "error": "Values of the wrong form (400, `errors`)",
    "problem": "Problems (`code` of every error)",
    "missing": "What a stage still waits for (`journey`)",
}
INTRODUCTION = """# Every rule, by its code

Written by `manage.py rules_doc` from the `sentences.toml` of each app; do not edit. The code of a
reason is the key of its sentence; a constraint of the database named `thing__what_is_wrong` speaks
by the code `thing.what_is_wrong`. `tests/contract/test_sentences.py` sees to it that every code
used has its sentence, and every sentence its use.
"""


WARNED = """
## What the table of transitions refuses and the code only asks to confirm

A guard of domain reference 2.7 that would hide what happened, or ask for what a source cannot tell,
is a warning: it stays beside the record, and where it is known when the record is written, the
screens ask for it to be confirmed first.

"""


class Command(GeneratedPage):
    help = "Write docs/rules.md from the catalogue of sentences (--check: only compare)."
    page = "docs/rules.md"

    def text(self) -> str:
        """The page: one table for each group of sentences, and why some guards only warn."""
        parts = [INTRODUCTION]
        for group, title in TITLES.items():
            rows = [
                [f"`{code}`", entry["vi"], entry.get("law", ""), ", ".join(tested_in(code))]
                for code, entry in sorted(catalogue().get(group, {}).items())
            ]
            parts.append(
                f"\n## {title}\n\n" + table(["code", "sentence", "law", "tested in"], rows)
            )
        warned = [
            [f"`{code}`", entry["vi"], entry["warns"]]
            for code, entry in sorted(catalogue()["blocker"].items())
            if "warns" in entry
        ]
        parts.append(WARNED + table(["code", "sentence", "why it only warns"], warned))
        return "".join(parts)


def tested_in(code: str) -> list[str]:
    """Test files, without `tests/` and `.py`, that name the code."""
    exactly = re.compile(rf"(?<![\w.]){re.escape(code)}(?![\w.])")
    quoted = f'"{code}'
    return [name for name, text in tests().items() if quoted in text and exactly.search(text)]


@cache
def tests() -> dict[str, str]:
    """The text of every file of tests, and of every table that one reads, by its name."""
    folder = ROOT / "tests"
    return {
        path.relative_to(folder).with_suffix("").as_posix(): path.read_text("utf-8")
        for path in sorted([*folder.rglob("test_*.py"), *folder.rglob("reasons_*.py")])
    }
