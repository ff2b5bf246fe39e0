"""Loading case files: the whole history of a rollout in one labelled act, under the same rules."""

from collections import Counter
from collections.abc import Iterator
from contextlib import contextmanager
from dataclasses import dataclass, field, replace
from datetime import date
from pathlib import Path
from typing import Any

from acts.gate import NotKept, acting
from acts.permissions import Actor
from agencies.models import Agency
from core.days import HOME, PartialDate, today
from core.parsers import read_json
from core.provenance import Provenance
from core.rules import Blocker, Malformed, RuleBroken
from imports.blocks import load_blocks
from imports.case_shape import read_cases
from imports.models import Import
from plans.models import Rollout
from plans.records import link_previous, put_rollout
from standards.models import DocumentKind, Edition, EditionDate

ARTICLE = Path(__file__).parent / "cases" / "so_noi_vu_2010.json"


@dataclass
class Case:
    """One case while it is being loaded."""

    data: dict[str, Any]
    pointer: str
    agency: Agency
    told: Provenance
    rollout: Rollout | None = None
    reasons: list[Blocker] = field(default_factory=list)
    counts: Counter[str] = field(default_factory=Counter)
    flags: set[str] = field(default_factory=set)

    @contextmanager
    def block(self, name: str, given: Any = None) -> Iterator[Provenance]:
        """Load one block: its reasons are kept with their place, and the others are still tried."""
        why = (given or {}).get("irregular") if isinstance(given, dict) else None
        try:
            yield self.told.but_irregular(why) if why else self.told
        except RuleBroken as refusal:
            self.reasons += [
                replace(b, pointer=f"{self.pointer}/{name}{b.pointer}") for b in refusal.blockers
            ]
        except Malformed as fault:
            raise Malformed(
                *[(f"{self.pointer}/{name}{at}", code, params) for at, code, params in fault.errors]
            ) from fault


def import_cases(
    data: Any, *, by: Actor, real_allowed: bool = False, dry_run: bool = False, reason: str = ""
) -> Import:
    """Load the cases of a file all or none; a dry run comes back unsaved, with `pk` None.

    Raises a validation error or Malformed with pointers, RuleBroken with every reason found.
    """
    cases = _cases(read_cases(data), isinstance(data, list), by)
    if not real_allowed and any(case.told.real for case in cases):
        raise RuleBroken([Blocker("import.real_by_command_only", {}, "/source/real")])
    done = Import(
        title=cases[0].told.source,
        published_on=cases[0].told.reported_by,
        url=cases[0].told.source_url,
        real=all(case.told.real for case in cases),
        by_id=by.pk,
    )
    agencies = sorted({case.agency.pk for case in cases})
    root = Agency.objects.filter(pk=agencies[0])
    with acting("records.import", by=by, on=root, reason=reason):
        list(Agency.objects.select_for_update().filter(pk__in=agencies[1:]).order_by("pk"))
        for case in cases:
            _load(case)
        for case in cases:
            if case.rollout is not None and not case.reasons:
                link_previous(case.rollout)
        reasons = [reason for case in cases for reason in case.reasons]
        if reasons:
            raise RuleBroken(reasons)
        done.counts = dict(sum((case.counts for case in cases), Counter()))
        done.flags = sorted(set().union(*(case.flags for case in cases)))
        done.rollout_ids = [case.rollout.pk for case in cases if case.rollout]
        done.save()
        if dry_run:
            raise NotKept
    if dry_run:
        done.pk, done.rollout_ids = None, []
    return done


def load_file(path: Path, *, by: Actor, dry_run: bool = False) -> Import:
    """Load a case file from disk; only so may a case be real."""
    return import_cases(read_json(path.read_bytes()), by=by, real_allowed=True, dry_run=dry_run)


def load_article(by: Actor) -> Import | None:
    """The article's case, shipped with the project; None when it is on record already."""
    if Rollout.objects.filter(agency__code="SNV", edition__code="2000").exists():
        return None
    return load_file(ARTICLE, by=by)


def _cases(read: list[dict[str, Any]], many: bool, by: Actor) -> list[Case]:
    codes = {case["agency"]["code"] for case in read}
    agencies = {agency.code: agency for agency in Agency.objects.filter(code__in=codes)}
    editions = set(Edition.objects.values_list("code", flat=True))
    kinds = set(DocumentKind.objects.values_list("code", flat=True))
    cases, faults = [], []
    for index, data in enumerate(read):
        at = f"/{index}" if many else ""
        faults += _unknown_codes(data, at, agencies, editions, kinds)
        agency = agencies.get(data["agency"]["code"])
        if agency:
            cases.append(Case(data, at, agency, _told(data.get("source") or {}, by, at)))
    if faults:
        raise Malformed(*faults)
    return cases


def _unknown_codes(
    data: dict[str, Any], at: str, agencies: dict[str, Agency], editions: set[str], kinds: set[str]
) -> list[tuple[str, str, dict[str, Any]]]:
    """Every code that is in no catalogue, with its place."""
    named: list[tuple[str, str, str, Any]] = [
        ("/agency/code", "case.unknown_agency", data["agency"]["code"], agencies)
    ]

    def edition(place: str, given: dict[str, Any] | None) -> None:
        if given and given.get("edition"):
            named.append((f"{place}/edition", "case.unknown_edition", given["edition"], editions))

    edition("/rollout", data.get("rollout"))
    for name in ("external_audits", "certificates", "declarations"):
        for index, given in enumerate(data.get(name) or []):
            edition(f"/{name}/{index}", given)
    for index, given in enumerate(data.get("directives") or []):
        for place, code in enumerate(given.get("orders_transition") or []):
            at_edition = f"/directives/{index}/orders_transition/{place}"
            named.append((at_edition, "case.unknown_edition", code, editions))
    documents = data.get("documents") or {}
    for kind in documents.get("by_kind") or {}:
        named.append((f"/documents/by_kind/{kind}", "case.unknown_kind", kind, kinds))
    for index, item in enumerate(documents.get("items") or []):
        named.append((f"/documents/items/{index}/kind", "case.unknown_kind", item["kind"], kinds))
    return [
        (f"{at}{place}", code, {"value": value[:60]})
        for place, code, value, known in named
        if value not in known
    ]


def _told(source: dict[str, Any], by: Actor, at: str) -> Provenance:
    published = source.get("published_at")
    reported = published.astimezone(HOME).date() if published else today()
    if reported > today():
        raise Malformed((f"{at}/source/published_at", "day.in_future", {"day": str(reported)}))
    return Provenance(
        recorded_by_id=by.pk,
        reported_by=reported,
        source=source.get("title") or "",
        source_url=source.get("url") or "",
        real=bool(source.get("real")),
    )


def _load(case: Case) -> None:
    with case.block("rollout"):
        given = case.data.get("rollout") or {}
        edition = given.get("edition") or _first_edition(case.data)
        case.rollout = put_rollout(
            case.agency,
            edition=edition,
            track=given.get("track") or _track(case.data, edition),
            cycle=given.get("cycle") or 1,
            opened_on=given.get("opened_on"),
            told=case.told,
        )
    if case.rollout is not None:
        case.counts["rollouts"] += 1
        load_blocks(case, case.rollout)


def _first_edition(data: dict[str, Any]) -> str:
    """The edition that the case speaks of first; where it names none, the newest of its days."""
    for directive in data.get("directives") or []:
        if directive.get("orders_transition"):
            return str(directive["orders_transition"][0])
    for name in ("external_audits", "certificates", "declarations"):
        for given in data.get(name) or []:
            if given.get("edition"):
                return str(given["edition"])
    published = EditionDate.objects.filter(
        what="iso_published", on__lte=min(_days(data), default=today())
    )
    return str(published.order_by("-on").values_list("edition_id", flat=True).first())


def _track(data: dict[str, Any], edition: str) -> str:
    """The track of the case's proofs; without one, certificates first, declarations since."""
    if data.get("declarations"):
        return "declaration"
    if data.get("certificates") or data.get("application"):
        return "state_certificate"
    return "state_certificate" if edition < "2015" else "declaration"


def _days(value: Any) -> Iterator[date]:
    match value:
        case PartialDate():
            yield value.start
        case dict():
            for item in value.values():
                yield from _days(item)
        case list():
            for item in value:
                yield from _days(item)
        case date():
            yield value if type(value) is date else value.date()  # type: ignore[attr-defined]
