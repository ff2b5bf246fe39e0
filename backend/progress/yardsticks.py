"""The numbers and dates against which a day is measured: policy values and editions."""

from dataclasses import dataclass
from datetime import date

from core.days import add_months
from standards.models import EditionDate
from standards.queries import Policy, policy_on


@dataclass(frozen=True)
class Yardsticks:
    """What counts on the day: how long a proof stays maintained, which edition is the newest."""

    day: date
    maintenance_months: int
    expiring_days: int
    fresh_days: int
    newest_edition: str
    ends: dict[tuple[str, str], date]
    policy: Policy

    @property
    def maintained_since(self) -> date:
        """The latest internal audit and review must not lie before this day."""
        return add_months(self.day, -self.maintenance_months)

    def end_of(self, edition: str | None, track: str) -> date | None:
        """First day on which proofs to that edition no longer count on that track."""
        return self.ends.get((edition or "", track))


def yardsticks_on(day: date) -> Yardsticks:
    """The yardsticks of a day; two queries."""
    policy = policy_on(day)
    ends: dict[tuple[str, str], date] = {}
    published = ""
    for known in EditionDate.objects.filter(on__isnull=False):
        edition = str(known.edition_id)
        if known.what == "void" and known.on:
            ends[edition, known.track] = known.on
        elif known.what == "iso_published" and known.on and known.on <= day:
            published = max(published, edition)
    return Yardsticks(
        day=day,
        maintenance_months=policy.months("maintenance.months"),
        expiring_days=policy.days("expiring.days"),
        fresh_days=policy.days("freshness.days"),
        newest_edition=published,
        ends=ends,
        policy=policy,
    )
