"""An upgrade from the first released database changes no figure of any day."""

import gzip
import json

from tests.deploy.house import UPGRADE

# What the old version could not know: it kept no signed originals.
LEARNT = {"missing_original"}


def differences(old, new, at=""):
    """What the old version said and the new one says otherwise; what it adds is no matter."""
    if isinstance(old, dict) and isinstance(new, dict):
        for key in old:
            yield from differences(old[key], new.get(key, "–"), f"{at}/{key}")
    elif at.endswith("/flags"):
        if set(old) != set(new) - LEARNT:
            yield f"{at}: {old} → {new}"
    elif old != new:
        yield f"{at}: {old} → {new}"


def named(text):
    """The lines by day and agency; the board's by day alone."""
    rows = [json.loads(line) for line in text.splitlines()]
    return {(row["day"], row.get("agency", {}).get("code")): row for row in rows}


def test_every_figure_of_six_days_is_what_the_old_version_said(upgraded_figures):
    old = gzip.decompress((UPGRADE / "second_issue.figures.jsonl.gz").read_bytes()).decode()
    before, after = named(old), named(upgraded_figures)
    assert before.keys() == after.keys()
    assert len(before) > 300
    wrong = [f"{k}{d}" for k in before for d in differences(before[k], after[k])]
    assert wrong == []
