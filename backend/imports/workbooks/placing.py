"""Which rollout a row belongs to: the one it names, else the one that its agency works on."""

from collections import defaultdict
from dataclasses import dataclass, field
from functools import cached_property
from typing import Any

from acts.permissions import Actor
from agencies.models import Agency, Ancestry
from agencies.queries import visible_to
from core.columns import labels_of
from imports.workbooks.values import Fault
from plans.models import Rollout, RolloutHolder


@dataclass
class Places:
    """Rollouts as the rows of a sheet mean them; each is in memory once."""

    by: Actor
    known: dict[Any, Rollout] = field(default_factory=dict)

    @cached_property
    def visible(self) -> dict[int, Rollout]:
        rows = visible_to(self.by, Rollout.objects.all(), "agency_id", "holders__agency_id")
        return {r.pk: r for r in rows.select_related("agency").order_by("pk").distinct()}

    @cached_property
    def held(self) -> dict[int, list[Rollout]]:
        found: dict[int, list[Rollout]] = defaultdict(list)
        holders = RolloutHolder.objects.filter(rollout__in=list(self.visible))
        for agency, rollout in holders.values_list("agency_id", "rollout_id").distinct():
            found[agency].append(self.visible[rollout])
        return found

    @cached_property
    def proven(self) -> set[int]:
        rows = Rollout.objects.filter(pk__in=list(self.visible))
        with_proof = rows.exclude(certificates=None, declarations=None)
        return set(with_proof.values_list("pk", flat=True))

    def named(self, pk: int) -> Rollout:
        """The rollout of this id; Fault when it does not exist or its agency is another's."""
        if pk not in self.visible:
            raise Fault("workbook.no_such_rollout", value=pk)
        return self.visible[pk]

    def of(self, agency: Agency, edition: str | None, track: str | None) -> Rollout:
        """The rollout of an agency that fits; Fault when there is none, or more than one."""
        key = (agency.pk, edition, track)
        if key not in self.known:
            self.known[key] = self._of(agency, edition, track)
        return self.known[key]

    def _of(self, agency: Agency, edition: str | None, track: str | None) -> Rollout:
        held = self.held.get(agency.pk, [])
        if not held:
            before = Ancestry.objects.filter(agency=agency).values_list("predecessor_id", flat=True)
            held = [rollout for pk in before for rollout in self.held.get(pk, [])]
        fitting = [
            rollout
            for rollout in held
            if (edition is None or rollout.edition_id == edition)
            and (track is None or rollout.track == track)
        ]
        if not fitting:
            raise Fault("workbook.no_rollout", agency=agency.code)
        running = [rollout for rollout in fitting if rollout.pk not in self.proven]
        chosen = running if len(running) == 1 else fitting
        if len(chosen) > 1:
            raise Fault(
                "workbook.which_rollout",
                agency=agency.code,
                candidates=[{"code": str(r.pk), "name": _named(r)} for r in chosen],
            )
        return chosen[0]


def _named(rollout: Rollout) -> str:
    """A rollout as people tell it from others: edition, track, the day on which it began."""
    began = f" · {rollout.opened_on:%d/%m/%Y}" if rollout.opened_on else ""
    return f"ISO {rollout.edition_id} · {labels_of('tracks')[rollout.track]}{began}"
