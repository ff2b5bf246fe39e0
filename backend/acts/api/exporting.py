"""Every list as a file: ?format=xlsx or csv gives all its rows, as they are on the screen."""

from __future__ import annotations

import re
import tempfile
from collections.abc import Iterable
from typing import Any
from urllib.parse import quote

from django.http import FileResponse
from rest_framework.negotiation import DefaultContentNegotiation
from rest_framework.renderers import BaseRenderer
from rest_framework.request import Request

from core.columns import list_title, parts
from core.illustration import illustration_exists
from core.paging import FILE_FORMATS, file_format
from core.rendering import FastJson, dumps
from core.rules import Malformed
from core.sentences import language_of, sentence
from core.tabular import Rows, write_csv, write_xlsx
from core.text import search_text

MEDIA_TYPES = {
    "xlsx": "application/vnd.openxmlformats-officedocument.spreadsheetml.sheet",
    "csv": "text/csv; charset=utf-8",
}
CHUNK = 500


class Formats(DefaultContentNegotiation):
    """JSON, unless a list is asked for as a file; another value of ?format= is refused."""

    def select_renderer(
        self, request: Request, renderers: list[BaseRenderer], format_suffix: str | None = None
    ) -> tuple[BaseRenderer, str]:
        wanted = request.query_params.get("format")
        if wanted is None or not isinstance(renderers[0], FastJson):
            return super().select_renderer(request, renderers, format_suffix)
        if wanted in FILE_FORMATS:
            renderer = AsFile(wanted)
            return renderer, renderer.media_type
        if wanted == "json":
            return renderers[0], renderers[0].media_type
        raise Malformed(("/format", "parameter.invalid", {"value": wanted[:60]}))


class AsFile(BaseRenderer):
    """A list that was computed in memory as a file; a problem stays a problem."""

    charset = None

    def __init__(self, wanted: str):
        self.format, self.media_type = wanted, MEDIA_TYPES[wanted]

    def render(
        self, data: Any, accepted_media_type: Any = None, renderer_context: Any = None
    ) -> bytes:
        context = renderer_context or {}
        response, request = context["response"], context["request"]
        if response.status_code != 200 or not isinstance(data, dict) or "results" not in data:
            if response.status_code == 200:
                response["Content-Type"] = "application/json"
            return b"" if data is None else dumps(data)
        rows = Rows(part_of(request.path), language_of(request))
        rows.add(data["results"])
        with tempfile.TemporaryFile() as file:
            write(rows, file, request, data.get("as_of"))
            file.seek(0)
            response["Content-Type"] = self.media_type
            response["Content-Disposition"] = disposition(rows, request, data.get("as_of"))
            return file.read()


def as_file(
    request: Request, chunks: Iterable[list[dict[str, Any]]], day: Any, names: Iterable[str] = ()
) -> FileResponse:
    """The rows of a list, given in chunks, as a streamed file; `names` if there are none."""
    rows = Rows(part_of(request.path), language_of(request))
    for chunk in chunks:
        rows.add(chunk)
    rows.expect(names)
    file = tempfile.TemporaryFile()
    write(rows, file, request, day)
    file.seek(0)
    response = FileResponse(file, content_type=MEDIA_TYPES[file_format(request)])
    response["Content-Disposition"] = disposition(rows, request, day)
    response["Cache-Control"] = "private, no-store"
    return response


def write(rows: Rows, file: Any, request: Request, day: Any) -> None:
    """Write the file: what it is, as of which day, and that it holds illustrations if it does."""
    language = language_of(request)
    warning = sentence("export", "export.illustration", language) if illustration_exists() else ""
    if file_format(request) == "csv":
        write_csv(rows, file, warning=warning)
        return
    params = {"day": str(day or ""), "count": rows.count}
    code = "export.as_of" if day else "export.rows"
    write_xlsx(rows, file, subtitle=sentence("export", code, language, params), warning=warning)


def disposition(rows: Rows, request: Request, day: Any) -> str:
    """A file name that says what it is and as of which day: danh-muc-tai-lieu_2010-02-03.xlsx."""
    title = list_title(rows.part, rows.language)
    of_day = f"_{day}" if day else ""
    suffix = file_format(request)
    plain = re.sub(r"[^a-z0-9]+", "-", search_text(title)).strip("-")
    whole = quote(f"{title}{of_day}.{suffix}")
    return f"attachment; filename=\"{plain}{of_day}.{suffix}\"; filename*=UTF-8''{whole}"


def part_of(path: str) -> str:
    """The part of the catalogue of columns that an address shows: progress/agencies has its own."""
    names = [name for name in path.removeprefix("/api/v1/").split("/") if name]
    joined = "-".join(names[:2])
    known = parts()
    if joined in known:
        return joined
    return names[-1] if names[-1] in known else names[0]
