"""The kinds of rows that a workbook may hold: for each its fields and how its rows are loaded."""

from collections.abc import Callable, Sequence
from typing import Any, NamedTuple

from imports.workbooks.kinds import agencies, documents, findings, plans, procedures, proofs
from imports.workbooks.loading import Loading
from imports.workbooks.understanding import Field, Row


class Kind(NamedTuple):
    """One kind: its part of the catalogue of columns, its fields, how its rows are loaded, and
    the rows of its template for agencies and rollouts (ids)."""

    part: str
    fields: tuple[Field, ...]
    load: Callable[[Loading, Sequence[Row]], None]
    existing: Callable[[Sequence[int], Sequence[int]], list[dict[str, Any]]]


KINDS: dict[str, Kind] = {
    one.PART: Kind(one.PART, one.FIELDS, one.load, one.existing)
    for one in (agencies, plans, documents, findings, proofs, procedures)
}
NAMES = list(KINDS)
