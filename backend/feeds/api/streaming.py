"""The same rows as JSON pages, as CSV or as NDJSON, the latter two streamed."""

import csv
import io
from collections.abc import Iterable, Iterator
from typing import Any

from rest_framework.negotiation import BaseContentNegotiation
from rest_framework.request import Request

from core.rendering import dumps
from core.rules import Malformed
from core.tabular import harmless

TYPES = {
    "json": "application/json",
    "csv": "text/csv; charset=utf-8",
    "ndjson": "application/x-ndjson",
}
LINES = 200  # rows in one piece of a stream


class AlwaysJson(BaseContentNegotiation):
    """A page is JSON; what streams is chosen by the view."""

    def select_parser(self, request: Request, parsers: Any) -> Any:
        return parsers[0]

    def select_renderer(self, request: Request, renderers: Any, format_suffix: Any = None) -> Any:
        return renderers[0], renderers[0].media_type


def wanted_format(request: Request, known: Iterable[str]) -> str:
    """json, csv or ndjson, by ?format= or by a single type in Accept; another value is refused."""
    told = request.query_params.get("format")
    if told is not None:
        if told not in known:
            raise Malformed(("/format", "parameter.invalid", {"value": told[:40]}))
        return told
    accepted = request.headers.get("Accept", "").partition(";")[0].strip()
    return next((n for n in known if TYPES[n].partition(";")[0] == accepted), "json")


def as_ndjson(rows: Iterable[dict[str, Any]]) -> Iterator[bytes]:
    """One JSON object in each line."""
    piece: list[bytes] = []
    for row in rows:
        piece.append(dumps(row))
        if len(piece) == LINES:
            yield b"\n".join(piece) + b"\n"
            piece.clear()
    if piece:
        yield b"\n".join(piece) + b"\n"


def as_csv(rows: Iterable[dict[str, Any]], columns: list[str]) -> Iterator[bytes]:
    """The columns by their names, inner ones with a dot; lists and objects within as JSON."""
    text = io.StringIO()
    writer = csv.writer(text)
    writer.writerow(columns)
    for count, row in enumerate(rows, start=1):
        writer.writerow([_cell(_value(row, name)) for name in columns])
        if count % LINES == 0:
            yield text.getvalue().encode()
            text.seek(0)
            text.truncate()
    yield text.getvalue().encode()


def _value(row: dict[str, Any], name: str) -> Any:
    value: Any = row
    for part in name.split("."):
        value = value.get(part) if isinstance(value, dict) else None
    return value


def _cell(value: Any) -> Any:
    if value is None:
        return ""
    if isinstance(value, str):
        return harmless(value)
    if isinstance(value, bool | int | float):
        return str(value).lower() if isinstance(value, bool) else value
    return (
        dumps(value).decode().strip('"') if not isinstance(value, list | dict) else _joined(value)
    )


def _joined(value: Any) -> str:
    """A list of codes with spaces between; anything deeper as JSON."""
    if isinstance(value, list) and all(isinstance(one, str) for one in value):
        return harmless(" ".join(value))
    return dumps(value).decode() if value else ""
