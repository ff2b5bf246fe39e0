"""Reading: the day, strict parameters, filters, order, picked fields, scope."""

from __future__ import annotations

from collections.abc import Iterator
from datetime import date
from typing import Any

from django.db.models import F, Model, Q, QuerySet
from rest_framework import viewsets
from rest_framework.request import Request
from rest_framework.response import Response

from acts.api.exporting import CHUNK, as_file
from acts.api.ordering import orders_of
from acts.attaching import bears_proofs, proofs_of
from acts.permissions import AT_HOME
from acts.registry import next_acts
from core.board_scope import BoardScope
from core.days import today
from core.paging import file_format
from core.problems import Problem
from core.rules import Malformed
from core.sentences import language_of
from core.shapes import parse_day

COMMON_PARAMETERS = {"limit", "offset", "ordering", "fields", "as_of"}


def day_of(request: Request) -> date:
    """The day on which everything is shown: ?as_of=, else today; a later day is refused."""
    return today() if "as_of" not in request.query_params else day_in(request, "as_of")


def day_in(request: Request, name: str) -> date:
    """The day of a parameter that must be there; a wrong one or one after today is refused."""
    text = request.query_params.get(name)
    if text is None:
        raise Malformed((f"/{name}", "required", {}))
    day = parse_day(text)
    if day is None:
        raise Malformed((f"/{name}", "day.malformed", {"value": text[:40]}))
    if day > today():
        raise Malformed((f"/{name}", "day.in_future", {"day": text}))
    return day


def only_known_parameters(request: Request, known: set[str]) -> None:
    """Refuse every parameter that this address does not have; a list may be asked for as a file."""
    if "limit" in known:
        known = known | {"format"}
    unknown = [name for name in request.query_params if name not in known]
    if unknown:
        raise Malformed(*[(f"/{n}", "parameter.unknown", {"name": n[:60]}) for n in unknown])
    # PostgreSQL has no such character in a text: it would be an error in the middle of a question.
    broken = [name for name, texts in request.query_params.lists() if "\0" in "".join(texts)]
    if broken:
        told = {n: request.query_params[n].replace("\0", "\\0")[:60] for n in broken}
        raise Malformed(*[(f"/{n}", "parameter.invalid", {"value": told[n]}) for n in broken])


def truth(request: Request, name: str) -> bool | None:
    """A yes/no parameter; None when it is absent, an error when it is neither."""
    text = request.query_params.get(name)
    if text is None:
        return None
    if text not in ("true", "false"):
        raise Malformed((f"/{name}", "parameter.invalid", {"value": text[:60]}))
    return text == "true"


def picked(rows: list[dict[str, Any]], request: Request) -> list[dict[str, Any]]:
    """The rows with only the fields asked for by ?fields=a,b."""
    text = request.query_params.get("fields")
    if text is None or not rows:
        return rows
    names = [name for part in request.query_params.getlist("fields") for name in part.split(",")]
    unknown = [name for name in names if name not in rows[0]]
    if unknown:
        raise Malformed(("/fields", "parameter.invalid", {"value": unknown[0][:60]}))
    return [{name: row[name] for name in names} for row in rows]


class Reads(viewsets.GenericViewSet):
    """List and detail of one kind of record, within the reader's scope, on a day.

    A subclass says `rows()` (already scoped), `serializer_class`, `filterset_class` and what may
    order the list beside the columns of its rows (`orderable`: parameter → column).
    """

    lookup_value_regex = r"[0-9]{1,18}"
    filterset_class: Any = None
    orderable: dict[str, str] = {}
    default_order: tuple[str, ...] = ("id",)
    on_board: BoardScope | None = None  # what the list holds unless filters say otherwise
    counted = True  # rows have `counts_on`: those after the day are left out
    derived: frozenset[str] = frozenset()  # names in `orderable` that only `in_detail` knows

    def rows(self) -> QuerySet[Any]:
        raise NotImplementedError

    def in_detail(self, rows: QuerySet[Any]) -> QuerySet[Any]:
        """The rows with what is dear to ask and only needed for those that are shown."""
        return rows

    @property
    def day(self) -> date:
        if not hasattr(self, "_day"):
            self._day = day_of(self.request)
        return self._day

    def get_queryset(self) -> QuerySet[Any]:
        if getattr(self, "swagger_fake_view", False):
            return self.serializer_class.Meta.model.objects.none()
        return self.rows()

    def list(self, request: Request) -> Response:
        rows = self.ordered(self.filtered(self.rows()))
        if file_format(request):
            return as_file(request, self.all_shown(rows), self.day, self.column_names())
        page = self.paginate_queryset(rows)
        data = self.shown(page or [])
        return self.paginator.get_paginated_response(picked(data, request), as_of=self.day)

    def all_shown(self, rows: QuerySet[Any]) -> Iterator[list[dict[str, Any]]]:
        """Every row of the list in chunks, as its pages show them."""
        ids = list(rows.values_list("pk", flat=True))
        for start in range(0, len(ids), CHUNK):
            some = ids[start : start + CHUNK]
            found = self.in_detail(self.rows()).in_bulk(some)
            shown = self.shown([found[pk] for pk in some if pk in found])
            yield picked(shown, self.request)

    def column_names(self) -> list[str]:
        """The columns of a list without rows."""
        return [name for name in self.get_serializer().fields if name != "provenance"]

    def retrieve(self, request: Request, pk: str) -> Response:
        only_known_parameters(request, {"as_of", "fields"})
        return Response(picked([self.in_full(self.found(pk))], request)[0])

    def number_known(self) -> int | None:
        """How many rows the list asked for has, where that is known without counting them."""
        if self.on_board is None or self.request.user.role in AT_HOME:
            return None
        narrowed = set(self.request.query_params) & set(self.filterset_class.base_filters)
        return None if narrowed else self.on_board.number(self.day)

    def paginate_queryset(self, queryset: QuerySet[Any]) -> list[Any]:
        """The page; where rows are dear, its ids are chosen first and only they are asked."""
        self.paginator.number = self.number_known()
        if not self.derived:
            return super().paginate_queryset(queryset)
        ids = super().paginate_queryset(queryset.values_list("pk", flat=True))
        found = self.in_detail(queryset.model.objects.all()).in_bulk(ids)
        return [found[pk] for pk in ids]

    def found(self, pk: str) -> Any:
        """The record if its reader may see it; 404 otherwise."""
        record = self.in_detail(self.rows()).filter(pk=int(pk)).first()
        if record is None:
            raise Problem(404, "record.not_found")
        return record

    def filtered(self, rows: QuerySet[Any]) -> QuerySet[Any]:
        known = COMMON_PARAMETERS | set(
            self.filterset_class.base_filters if self.filterset_class else ()
        )
        only_known_parameters(self.request, known)
        if self.counted:
            rows = rows.filter(Q(counts_on__lte=self.day) | Q(counts_on=None))
        if self.filterset_class is None:
            return rows
        filters = self.filterset_class(self.request.query_params, rows, request=self.request)
        filters.day = self.day
        if not filters.is_valid():
            raise Malformed(
                *[
                    (f"/{name}", "parameter.invalid", {"value": self._given(name)})
                    for name in filters.errors
                ]
            )
        return filters.qs

    def _given(self, name: str) -> str:
        return ", ".join(self.request.query_params.getlist(name))[:60]

    def ordered(self, rows: QuerySet[Any]) -> QuerySet[Any]:
        names = self.request.query_params.getlist("ordering")
        terms = [term for name in names for term in name.split(",") if term]
        if any(term.lstrip("-") in self.derived for term in terms):
            rows = self.in_detail(rows)
        order: list[Any] = []
        for term in terms:
            column = orders_of(type(self)).get(term.lstrip("-"))
            if column is None:
                raise Malformed(("/ordering", "parameter.invalid", {"value": term[:60]}))
            expression = F(column)
            order.append(
                expression.desc(nulls_last=True)
                if term.startswith("-")
                else expression.asc(nulls_last=True)
            )
        return rows.order_by(*(order or self.default_order), "id")

    def shown(self, records: list[Any]) -> list[dict[str, Any]]:
        """Records as rows, with what they share fetched once."""
        context = self.get_serializer_context() | self.shared(records)
        return list(self.serializer_class(records, many=True, context=context).data)

    def shared(self, records: list[Any]) -> dict[str, Any]:
        """What the serializer needs beside the records, fetched in one go."""
        return {}

    def in_full(self, record: Model) -> dict[str, Any]:
        """One record with the day, the files that prove it and what its reader may do next."""
        proofs = {"evidence": proofs_of(record, self.request.user)} if bears_proofs(record) else {}
        return {
            **self.shown([record])[0],
            **proofs,
            "as_of": self.day.isoformat(),
            "next_acts": next_acts(record, self.request.user, language_of(self.request)),
            "warnings": [],  # kinds of record that know what is unusual say it here
        }
