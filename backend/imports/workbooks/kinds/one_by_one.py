"""Rows that are put on record one by one, each whole or not at all."""

from collections.abc import Callable, Iterable, Iterator, Sequence
from typing import Any

from django.db import DataError, IntegrityError, transaction

from acts.registry import blockers_of_person
from core.rules import Blocker, Malformed, RuleBroken, refuse
from imports.workbooks.loading import UPDATE, Loading, changed, version_differs
from imports.workbooks.understanding import Row

Names = dict[str, str]
Rules = Callable[[Any], Iterator[Blocker]]


def each(
    loading: Loading,
    rows: Sequence[Row],
    put: Callable[[Loading, Row], None],
    names: Names | None = None,
) -> None:
    """Put every row; what refuses one is kept at its cells and the others are still tried."""
    for row in rows:
        try:
            with transaction.atomic():  # inside the act: a row that is refused leaves nothing
                put(loading, row)
        except (RuleBroken, Malformed) as refusal:
            loading.refused(row, refusal, names)
        except IntegrityError as error:
            name = getattr(getattr(error.__cause__, "diag", None), "constraint_name", None) or ""
            loading.blocked(row, [Blocker(name.replace("__", ".", 1) or "unknown")])
        except DataError:
            loading.blocked(row, [Blocker("unknown")])
        loading.step()


def known_by_id(loading: Loading, row: Row, rows: Any) -> Any:
    """The record that a row names by id, of those its sender sees; keeps the fault where none."""
    found = rows.filter(pk=row.told["id"]).first()
    if found is None:
        loading.table.fault(row, "id", "workbook.no_such_record", {"value": row.told["id"]})
    return found


def correct(
    loading: Loading,
    row: Row,
    record: Any,
    fields: Iterable[str],
    *,
    rules: Rules,
    conflict: str,
    field: str,
    told: dict[str, Any] | None = None,
) -> bool:
    """Correct a record by its row; whether it was changed. Equal rows change nothing.

    A row without the record's id meets it by chance: its sender says whether it is meant.
    """
    changes = changed(record, told or row.told, fields)
    if not changes:
        loading.made("unchanged")
        return False
    if not loading.allowed(row, "fact.correct", record.home_agency_id, field):
        return False
    choice = UPDATE
    if "id" not in row.told:
        choice = loading.settle(row, field, conflict, record, {"name": str(record)})
    elif version_differs(record, row):
        choice = loading.settle(row, "row_version", "workbook.changed_meanwhile", record, {})
    if choice != UPDATE:
        return False
    against = list(blockers_of_person("fact.correct", record, loading.by))
    for name, value in changes.items():
        setattr(record, name, value)
    refuse([*against, *rules(record)], irregular=getattr(record, "irregular", ""))
    record.save(update_fields=list(changes))
    loading.made("updated")
    return True
