"""Lists: count, next, previous, results; 50 rows by default, 500 at most."""

from datetime import date
from typing import Any
from urllib.parse import urlencode

from rest_framework.pagination import LimitOffsetPagination
from rest_framework.request import Request
from rest_framework.response import Response

from core.rules import Malformed

DEFAULT_LIMIT, MAX_LIMIT, MAX_OFFSET = 50, 500, 10_000_000
# ?format= of lists: a file holds all rows, so limit and offset do not count.
FILE_FORMATS = ("xlsx", "csv")
ALL_ROWS = {"limit": 1_000_000_000, "offset": 0}


def file_format(request: Any) -> str:
    """The file that a list is asked for as; empty for JSON."""
    wanted = request.query_params.get("format", "")
    return wanted if wanted in FILE_FORMATS else ""


def whole_number(request: Any, name: str, default: int, low: int, high: int) -> int:
    """The parameter as a whole number within its bounds; raises Malformed otherwise."""
    if name in ALL_ROWS and file_format(request):
        return ALL_ROWS[name]
    text = request.query_params.get(name, "")
    if text == "":
        return default
    digits = text.isascii() and text.isdecimal() and len(text) <= 9
    if not digits or not low <= int(text) <= high:
        raise Malformed((f"/{name}", "parameter.out_of_range", {"low": low, "high": high}))
    return int(text)


class Pages(LimitOffsetPagination):
    """Limit and offset that refuse what is out of range, with relative links."""

    default_limit, max_limit = DEFAULT_LIMIT, MAX_LIMIT
    number: int | None = None  # of the rows, where it is known without counting them

    def get_count(self, queryset: Any) -> int:
        return super().get_count(queryset) if self.number is None else self.number

    def get_limit(self, request: Request) -> int:
        return whole_number(request, "limit", DEFAULT_LIMIT, 1, MAX_LIMIT)

    def get_offset(self, request: Request) -> int:
        return whole_number(request, "offset", 0, 0, MAX_OFFSET)

    def get_paginated_response(self, data: Any, as_of: date | None = None) -> Response:
        return Response(envelope(data, self.count or 0, self.request, as_of))

    def get_paginated_response_schema(self, schema: dict[str, Any]) -> dict[str, Any]:
        link = {"type": ["string", "null"]}
        return {
            "type": "object",
            "required": ["count", "next", "previous", "as_of", "results"],
            "properties": {
                "count": {"type": "integer"},
                "next": link,
                "previous": link,
                "as_of": {"type": ["string", "null"], "format": "date"},
                "results": schema,
            },
        }


def _link(request: Any, offset: int) -> str:
    params = [(k, v) for k, vs in request.query_params.lists() for v in vs if k != "offset"]
    return f"{request.path}?{urlencode([*params, ('offset', offset)])}"


def page_of(rows: list[Any], request: Request, as_of: date) -> dict[str, Any]:
    """A page of rows that were computed in memory, in the same envelope."""
    limit = whole_number(request, "limit", DEFAULT_LIMIT, 1, MAX_LIMIT)
    offset = whole_number(request, "offset", 0, 0, MAX_OFFSET)
    return envelope(rows[offset : offset + limit], len(rows), request, as_of)


def envelope(page: list[Any], count: int, request: Any, as_of: date | None) -> dict[str, Any]:
    """The envelope of a page that was cut elsewhere."""
    limit = whole_number(request, "limit", DEFAULT_LIMIT, 1, MAX_LIMIT)
    offset = whole_number(request, "offset", 0, 0, MAX_OFFSET)
    return {
        "count": count,
        "next": _link(request, offset + limit) if offset + limit < count else None,
        "previous": _link(request, max(offset - limit, 0)) if offset > 0 else None,
        "as_of": as_of,
        "results": page,
    }
