"""The acts on workbooks; each passes the gate once."""

from typing import Any

from django.db import IntegrityError

from acts.gate import NotKept, acting, needs_reason
from acts.permissions import Actor, may
from agencies.models import Agency
from agencies.queries import province
from audits.models import Audit
from core.days import today
from core.provenance import Provenance
from core.rules import Malformed, refuse
from imports import taking_back
from imports.jobs import Progress
from imports.models import Import
from imports.workbooks import pasting
from imports.workbooks.kinds import KINDS
from imports.workbooks.loading import Loading
from imports.workbooks.naming import Names
from imports.workbooks.sending import Outcome, Sent, table_of_sent
from imports.workbooks.understanding import Row, Table, read_rows


def load_workbook(sent: Sent, *, dry_run: bool = False, reason: str = "", by: Actor) -> Outcome:
    """Load every row of a workbook in one act, or none; a dry run tells what would be.

    The outcome is not saved (`saved` None) when a cell is at fault or a conflict waits.
    """
    kind = KINDS[sent.kind]
    with Progress(sent.job, kind=sent.kind, by=by) as progress:
        table, sheets = table_of_sent(sent, kind.part, kind.fields)
        progress.total(len(table.sheet.lines) - table.first)
        # Records read from a source are past ones; an agency's own are told by itself.
        source = sent.source if may(by, "records.import", None) else ""
        told = Provenance(recorded_by_id=by.pk, reported_by=today(), source=source)
        loading = Loading(
            table, by, told, sent.on_conflict, sent.conflicts, Names(sent.choices),
            dry_run, progress.at,
        )  # fmt: skip
        outcome = Outcome(sent, loading, kind.fields, sheets)
        try:
            with acting("workbook.load", by=by, on=_root(by), reason=reason):
                if table.first:
                    read_rows(table, kind.fields, sent.defaults)
                kind.load(loading, _whole(table.rows, kind.fields))
                loading.remember_choices()
                if loading.needs_reason and not reason.strip() and not dry_run:
                    raise Malformed(("/reason", "reason.on_behalf", {}))
                if dry_run or not loading.clean:
                    raise NotKept
                outcome.saved = _kept(outcome, by)
        except IntegrityError as error:
            name = getattr(getattr(error.__cause__, "diag", None), "constraint_name", "") or ""
            table.fault(table.header, None, name.replace("__", ".", 1), {}, blocker=True)
        return outcome


def record_findings(
    audit: Audit, table: Table, *, dry_run: bool = False, reason: str = "", by: Actor
) -> Loading:
    """Save the lines of an audit's report with what became of each, all or none.

    A dry run, or lines at fault, leave nothing; the loading says what is wrong with which cell.
    """
    told = Provenance(recorded_by_id=by.pk, reported_by=today())
    loading = Loading(table, by, told, dry_run=dry_run)
    with acting("finding.raise", by=by, on=audit.root(), reason=reason):
        pasting.put_lines(loading, Audit.objects.get(pk=audit.pk))
        if loading.needs_reason and not reason.strip() and not dry_run:
            raise Malformed(("/reason", "reason.on_behalf", {}))
        if dry_run or not loading.clean:
            raise NotKept
    return loading


def undo_import(done: Import, *, reason: str = "", by: Actor) -> Import:
    """Take back what an import made and changed, as long as nothing was built on it."""
    needs_reason(reason)
    with acting("import.undo", by=by, on=Import.objects.filter(pk=done.pk), reason=reason) as found:
        refuse(taking_back.blockers_to_undo(found))
        taking_back.take_back(found)
        found.undone_on, found.undone_by_id, found.undone_reason = today(), by.pk, reason
        found.save(update_fields=["undone_on", "undone_by", "undone_reason"])
        return found


def _root(by: Actor) -> Any:
    """The row that a loading locks: the sender's agency, the province's for its own roles."""
    return Agency.objects.filter(pk=by.agency_id) if by.agency_id else province()


def _whole(rows: list[Row], fields: tuple[Any, ...]) -> list[Row]:
    """The rows that have what a row must have; a cell at fault is left out of what they tell."""
    needed = [one.name for one in fields if one.required]
    return [row for row in rows if "id" in row.told or all(name in row.told for name in needed)]


def _kept(outcome: Outcome, by: Actor) -> Import:
    """The record of the loading, made in its act."""
    sent = outcome.sent
    return Import.objects.create(
        kind=sent.kind,
        agency_id=by.agency_id,
        file_name=sent.file_name[:200],
        title=sent.source or sent.file_name,
        real=True,
        counts=dict(outcome.loading.counts),
        rollout_ids=sorted(outcome.loading.rollouts),
        by_id=by.pk,
    )
