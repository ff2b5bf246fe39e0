"""Invented communes with three rollouts each, decisions, documents, audits, findings, proofs.

Bulk writes in a few labelled acts. The names are invented, the codes are GEN-0001 and on.
"""

from collections.abc import Callable, Iterator
from datetime import date, timedelta
from random import Random

from accounts.models import User
from acts.gate import acting
from agencies.models import Agency, AgencyKindPeriod, AgencyName, AgencyParent
from agencies.queries import province
from core.days import today
from core.provenance import Provenance
from core.text import search_text, sort_key
from imports.generation.batch import Batch
from imports.generation.rollouts import Writer
from standards.models import CertificationBody

SOURCE = "Dữ liệu sinh để đo tốc độ"
SEED = 2026
AGENCIES_PER_ACT = 50
BEGAN = date(2006, 7, 3)


def generate(
    agencies: int,
    documents: int,
    *,
    years: int = 5,
    by: User | None = None,
    told: Callable[[int, int], None] = lambda done, rows: None,
) -> int:
    """Make GEN agencies until there are so many; returns how many rows were written.

    Each has three rollouts (2000, 2008, 2015) of so many documents and so many years of the
    yearly loop up to today. `told` hears after each act how many agencies and rows there are.
    """
    by = by or User.objects.system()
    first = Agency.objects.filter(code__startswith="GEN-").count() + 1
    total = 0
    body = CertificationBody.objects.order_by("pk").first()
    for start in range(first, agencies + 1, AGENCIES_PER_ACT):
        numbers = range(start, min(start + AGENCIES_PER_ACT, agencies + 1))
        with acting("records.import", by=by, on=province(), reason=SOURCE) as parent:
            batch = Batch()
            for number, agency in _agencies(batch, parent, numbers):
                writer = Writer(batch, Random(SEED + number), agency, parent, body, _told(by))
                writer.write(number, documents, years)
            total += batch.write()
        told(numbers[-1], total)
    return total


def _agencies(batch: Batch, parent: Agency, numbers: range) -> Iterator[tuple[int, Agency]]:
    for number in numbers:
        agency = batch.add(Agency(code=f"GEN-{number:04d}", valid_from=BEGAN))
        name = f"Ủy ban nhân dân xã Thử nghiệm {number}"
        batch.add(
            AgencyName(
                agency=agency,
                name=name,
                name_en=f"People's Committee of Trial Commune {number}",
                sort_key=sort_key(name),
                search_text=search_text(name),
            )
        )
        batch.add(AgencyKindPeriod(agency=agency, kind_id="ubnd_xa"))
        batch.add(AgencyParent(agency=agency, parent=parent))
        yield number, agency


def _told(by: User) -> Callable[[date], dict]:
    """The common columns of a fact told on its own day."""

    def on(day: date) -> dict:
        reported = min(day, today() - timedelta(days=1))
        return Provenance(by.pk, reported, source=SOURCE, real=False).columns()

    return on
