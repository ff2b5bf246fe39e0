"""The numbers and dates against which a day is measured: policy values and editions."""

from dataclasses import dataclass
from datetime import date, timedelta
from functools import cached_property

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

    @cached_property
    def maintained_since(self) -> date:
        """The latest internal audit and review must not lie before this day."""
        return add_months(self.day, -self.maintenance_months)

    @cached_property
    def expiring_until(self) -> date:
        """A proof that ends by this day is about to end."""
        return self.day + timedelta(days=self.expiring_days)

    @cached_property
    def fresh_since(self) -> date:
        """What was recorded from this day on is fresh."""
        return self.day - timedelta(days=self.fresh_days)

    @cached_property
    def report_due_on(self) -> date:
        """The last day for the yearly report that fell due latest by the day."""
        ends = (date(self.day.year - back, 12, 31) for back in range(4))
        return next(due for end in ends if (due := end + self._report_wait) <= self.day)

    @cached_property
    def report_year(self) -> int:
        """The year of that report."""
        return (self.report_due_on - self._report_wait).year

    @property
    def _report_wait(self) -> timedelta:
        return timedelta(days=self.policy.days("maintenance_report.after_year"))

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
