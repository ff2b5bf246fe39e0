"""The shipped editions, document kinds, bodies and numbers of the law."""

import tomllib
import unicodedata
from pathlib import Path
from typing import Any

from acts.gate import acting
from acts.permissions import Actor
from standards.models import (
    CertificationBody,
    Clause,
    DocumentKind,
    Edition,
    EditionDate,
    PolicyValue,
    RequiredDocument,
)

DATA = Path(__file__).with_name("data")
Row = dict[str, Any]


def load_first_values(*, by: Actor) -> dict[str, int]:
    """Load what is missing in one act; returns how many rows of each kind.

    What exists is left as people keep it. `by` is the system actor.
    """
    editions = _new(_read("editions")["editions"], Edition)
    documents = _read("document_kinds")
    kinds = _new(documents["kinds"], DocumentKind)
    bodies = _new(_read("bodies")["bodies"], CertificationBody)
    values = _new(_read("policy")["values"], PolicyValue)
    clauses = _new_clauses(_read("clauses")["lists"])
    if not (editions or kinds or bodies or values or clauses):
        return {}
    itself = type(by)._default_manager.filter(pk=by.pk)  # type: ignore[attr-defined]
    with acting("records.import", by=by, on=itself, reason="danh mục và thông số ban đầu"):
        return {
            "editions": _put_editions(editions),
            "document kinds": _put_kinds(kinds, documents["kinds"]),
            "required documents": _put_required(documents["required"]),
            "certification bodies": _put(CertificationBody, bodies),
            "policy values": _put(PolicyValue, values),
            "clauses": _put(Clause, clauses),
        }


def _read(name: str) -> Row:
    text = (DATA / f"{name}.toml").read_text("utf-8")
    data: Row = tomllib.loads(unicodedata.normalize("NFC", text))
    return data


def _new(rows: list[Row], model: Any) -> list[Row]:
    known = set(model.objects.values_list("code", flat=True))
    return [row for row in rows if row["code"] not in known]


def _new_clauses(lists: list[Row]) -> list[Row]:
    """Clauses as rows, those that are on record left out; an unread edition borrows a list."""
    known = set(Clause.objects.values_list("edition_id", "number"))
    return [
        {
            "edition_id": edition,
            "number": number,
            "title": title,
            "title_en": title_en,
            "order": place,
            "confirmed": given["confirmed"] and edition in given["editions"],
        }
        for given in lists
        for edition in [*given["editions"], *given.get("unconfirmed_for", [])]
        for place, (number, title, title_en) in enumerate(given["clauses"], start=1)
        if (edition, number) not in known
    ]


def _put(model: Any, rows: list[Row]) -> int:
    return len(model.objects.bulk_create(model(**row) for row in rows))


def _put_editions(editions: list[Row]) -> int:
    Edition.objects.bulk_create(
        Edition(code=edition["code"], title=edition["title"]) for edition in editions
    )
    EditionDate.objects.bulk_create(
        EditionDate(
            edition_id=edition["code"],
            what=known["what"],
            track=track,
            on=known.get("on"),
            source=known["source"],
            confirmed=known.get("confirmed", False),
        )
        for edition in editions
        for known in edition["dates"]
        for track in known.get("tracks", [""])
    )
    return len(editions)


def _put_kinds(new: list[Row], kinds: list[Row]) -> int:
    order = {kind["code"]: place for place, kind in enumerate(kinds, start=1)}
    return _put(DocumentKind, [row | {"order": order[row["code"]]} for row in new])


def _put_required(blocks: list[Row]) -> int:
    if RequiredDocument.objects.exists():
        return 0
    rows = [
        RequiredDocument(
            edition_id=edition,
            kind_id=document["kind"],
            min_count=document["min_count"],
            clause=document["clause"],
            source=block["source"],
            confirmed=block["confirmed"],
        )
        for block in blocks
        for edition in block["editions"]
        for document in block["documents"]
    ]
    return len(RequiredDocument.objects.bulk_create(rows))
