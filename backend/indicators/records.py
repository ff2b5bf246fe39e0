"""Putting the first indicators on record."""

import tomllib
import unicodedata
from pathlib import Path
from typing import Any

from acts.gate import acting
from acts.permissions import Actor
from indicators.models import Indicator

DATA = Path(__file__).with_name("data") / "indicators.toml"


def load_first_indicators(*, by: Actor) -> dict[str, int]:
    """Load the indicators that are missing, in one act; what exists is left as people keep it."""
    told: dict[str, Any] = tomllib.loads(unicodedata.normalize("NFC", DATA.read_text("utf-8")))
    known = set(Indicator.objects.values_list("code", flat=True))
    rows = [
        Indicator(order=place, legal_basis=told["legal_basis"], **row)
        for place, row in enumerate(told["indicators"], start=1)
        if row["code"] not in known
    ]
    if not rows:
        return {}
    itself = type(by)._default_manager.filter(pk=by.pk)  # type: ignore[attr-defined]
    with acting("records.import", by=by, on=itself, reason="chỉ số ban đầu"):
        return {"indicators": len(Indicator.objects.bulk_create(rows))}
