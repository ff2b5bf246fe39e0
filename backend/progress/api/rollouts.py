"""Addresses of rollouts with their stage on a day, and of their journey."""

from collections.abc import Callable
from dataclasses import fields
from typing import Any

from django.http import HttpResponse
from drf_spectacular.utils import extend_schema
from rest_framework.request import Request
from rest_framework.response import Response
from rest_framework.views import APIView

from acts.api.reading import day_of, only_known_parameters, picked
from acts.api.writing import deliver, deliver_on, delivery_of
from acts.permissions import AT_HOME, may
from acts.registry import next_acts
from agencies.models import Agency
from agencies.queries import Brief, briefs, visible_to
from core.paging import page_of
from core.problems import Problem, blockers_as_rows
from core.rules import Blocker, Malformed
from core.sentences import language_of
from documents.coverage import required_kinds
from plans.actions import correct_rollout, open_rollout
from plans.api.serializers import RolloutCorrection, RolloutIn
from plans.models import Rollout
from plans.warnings import warnings_of_rollout
from progress.api import serializers
from progress.api.agency_list import check_codes, order_terms
from progress.api.views import AS_OF, query
from progress.flags import rollout_flags
from progress.journey import journey_of
from progress.rows import rollout_row, sorted_rows
from progress.stages import STAGES, RolloutOnDay, every_rollout_on, rollouts_on
from progress.yardsticks import Yardsticks, yardsticks_on
from standards.models import DocumentKind


def visible_rollout(request: Request, pk: int) -> Rollout:
    """The rollout if this user may see it; 404 otherwise."""
    rows = Rollout.objects.select_related("agency", "previous")
    found = visible_to(request.user, rows, "agency_id", "holders__agency_id").filter(pk=pk).first()
    if found is None:
        raise Problem(404, "record.not_found")
    return found


ROLLOUT_PARAMETERS = {
    "agency",
    "edition",
    "track",
    "stage",
    "flag",
    "kind",
    "ordering",
    "limit",
    "offset",
    "fields",
    "as_of",
}
ROLLOUT_KEYS: dict[str, Any] = {
    "id": lambda r: r.id,
    "opened_on": lambda r: r.opened_on,
    "stage": lambda r: len(STAGES) - STAGES.index(r.stage),
    "stage_since": lambda r: r.stage_since,
    "edition": lambda r: r.edition,
    "track": lambda r: r.track,
    "cycle": lambda r: r.cycle,
    "previous_rollout": lambda r: r.previous_id,
    "url": lambda r: r.id,
    "edition_at_opening": lambda r: r.edition_at_opening,
    # The longest in a stage entered it first.
    "days_in_stage": lambda r: -r.stage_since.toordinal() if r.stage_since else None,
    "real": lambda r: r.real,
    "row_version": lambda r: r.row_version,
}


class Rollouts(APIView):
    """Rollouts with their stage on the day; POST opens one."""

    @extend_schema(
        operation_id="rollouts_list",
        parameters=query(*sorted(ROLLOUT_PARAMETERS - {"as_of"})),
        responses=serializers.page_shape(serializers.RolloutRow),
    )
    def get(self, request: Request) -> Response:
        only_known_parameters(request, ROLLOUT_PARAMETERS)
        return Response(page_of_rollouts(request, request.query_params.getlist("agency")))

    @extend_schema(request=RolloutIn, responses={201: serializers.RolloutDetail})
    def post(self, request: Request) -> HttpResponse:
        only_known_parameters(request, set())
        told = RolloutIn.read(request)
        return deliver(
            delivery_of(request),
            lambda: open_rollout(
                told["agency"],
                edition=told["edition"].code,
                track=told["track"],
                opened_on=told.get("opened_on"),
                previous=told.get("previous"),
                reason=told.get("reason", ""),
                by=request.user,
            ),
            lambda rollout: rollout_detail(request, rollout),
            201,
        )


def page_of_rollouts(request: Request, codes: list[str]) -> dict[str, Any]:
    """The rollouts of these agencies (all visible ones for none), filtered, ordered, paged."""
    day = day_of(request)
    given = {name: request.query_params.getlist(name) for name in request.query_params}
    check_codes({name: values for name, values in given.items() if name != "agency"})
    terms = order_terms(request, set(ROLLOUT_KEYS))
    known = Rollout.objects.filter(opened_on__lte=day)
    if codes:
        if Agency.objects.filter(code__in=codes).count() < len(set(codes)):
            raise Malformed(("/agency", "parameter.invalid", {"value": ", ".join(codes)[:60]}))
        known = known.filter(holders__agency__code__in=codes)
    seen = visible_to(request.user, known, "agency_id", "holders__agency_id")
    ids = seen.order_by("id").values_list("id", flat=True).distinct()
    derived = set(given) & {"stage", "flag", "edition", "track", "kind"} or terms
    yard = yardsticks_on(day)
    if derived:
        # Naming every rollout of a province would only make the question longer.
        narrowed = bool(codes) or request.user.role in AT_HOME
        rows = rollouts_on(day, ids) if narrowed else every_rollout_on(day)
        named = briefs(day, {row.agency_id for row in rows}) if "kind" in given else {}
        tests = _matches(yard, named)
        asked = [(tests[name], set(values)) for name, values in given.items() if name in tests]
        kept = [row for row in rows if all(test(row, wanted) for test, wanted in asked)]
        kept.sort(key=lambda row: row.id)
        page = page_of(sorted_rows(kept, terms, ROLLOUT_KEYS), request, day)
    else:
        page = page_of(list(ids), request, day)
        by_id = {row.id: row for row in rollouts_on(day, page["results"])}
        page["results"] = [by_id[pk] for pk in page["results"] if pk in by_id]
    named = briefs(day, {row.agency_id for row in page["results"]})
    shown = [rollout_row(row, named.get(row.agency_id), yard) for row in page["results"]]
    return {**page, "results": picked(shown, request)}


Match = Callable[[RolloutOnDay, set[str]], bool]


def _matches(yard: Yardsticks, named: dict[int, Brief]) -> dict[str, Match]:
    """By parameter: whether a rollout answers one of its values."""
    nobody = Brief("", "", "")
    return {
        "stage": lambda row, wanted: row.stage in wanted,
        "track": lambda row, wanted: row.track in wanted,
        "edition": lambda row, wanted: row.edition in wanted,
        "flag": lambda row, wanted: not wanted.isdisjoint(rollout_flags(row, yard)),
        "kind": lambda row, wanted: named.get(row.agency_id, nobody).kind in wanted,
    }


def rollout_detail(request: Request, rollout: Rollout) -> dict[str, Any]:
    """One rollout with its stage and what may be done next; 404 before it was opened."""
    day = day_of(request)
    rows = rollouts_on(day, [rollout.pk])
    if not rows:
        rollout.refresh_from_db()
        rows = [_unopened(rollout)]
    named = briefs(day, [rows[0].agency_id])
    kinds = {kind: listed for kind, (listed, _) in (rows[0].kinds or {}).items()}
    procedures = set(DocumentKind.objects.filter(is_procedure=True).values_list("code", flat=True))
    return {
        **rollout_row(rows[0], named.get(rows[0].agency_id), yardsticks_on(day)),
        "documents_by_kind": kinds,
        "procedures": sum(n for kind, n in kinds.items() if kind in procedures) if kinds else None,
        "required_kinds": required_kinds(rows[0].edition, kinds),
        "next_acts": next_acts(rollout, request.user, language_of(request)),
        "warnings": blockers_as_rows(list(warnings_of_rollout(rollout, day)), language_of(request)),
    }


def _unopened(rollout: Rollout) -> RolloutOnDay:
    """A rollout without any dated fact yet: not started, everything unknown."""
    empty: dict[str, Any] = dict.fromkeys((field.name for field in fields(RolloutOnDay)), None)
    zero = dict.fromkeys(
        [
            "listed",
            "issued",
            "in_effect",
            "placeholders",
            "weighted",
            "open_full",
            "major",
            "minor",
            "observation",
            "open",
            "unverified",
            "undisposed",
            "overdue",
        ],
        0,
    )
    no = dict.fromkeys(
        [
            "returned",
            "paused",
            "suspended",
            "had_any",
            "irregular",
            "missing_date",
            "missing_original",
            "unconfirmed",
            "has_list",
            "speaks",
            "lists",
        ],
        False,
    )
    own = {
        "id": rollout.pk,
        "agency_id": rollout.agency_id,
        "track": rollout.track,
        "cycle": rollout.cycle,
        "edition_at_opening": rollout.edition_id,
        "edition": rollout.edition_id,
        "opened_on": rollout.opened_on,
        "real": rollout.real,
        "row_version": rollout.row_version,
        "stage": "not_started",
    }
    return RolloutOnDay(**{**empty, **zero, **no, **own})


class RolloutView(APIView):
    @extend_schema(parameters=[AS_OF], responses=serializers.RolloutDetail)
    def get(self, request: Request, pk: int) -> Response:
        only_known_parameters(request, {"as_of", "fields"})
        detail = rollout_detail(request, visible_rollout(request, pk))
        return Response(picked([detail], request)[0])

    @extend_schema(request=RolloutCorrection, responses={200: serializers.RolloutDetail})
    def patch(self, request: Request, pk: int) -> HttpResponse:
        only_known_parameters(request, {"as_of"})
        changes = RolloutCorrection.read(request, partial=True)
        reason, found = changes.pop("reason", ""), visible_rollout(request, pk)
        return deliver_on(
            request,
            found,
            lambda _: correct_rollout(found, changes, reason=reason, by=request.user),
            lambda _: rollout_detail(request, visible_rollout(request, pk)),
            lambda: rollout_detail(request, found),
        )


class Journey(APIView):
    @extend_schema(parameters=[AS_OF], responses=serializers.JourneyStep(many=True))
    def get(self, request: Request, pk: int) -> Response:
        only_known_parameters(request, {"as_of"})
        day = day_of(request)
        rollout = visible_rollout(request, pk)
        rows = rollouts_on(day, [rollout.pk])
        if not rows:
            return Response([])
        return Response(journey_of(rows[0], day, language_of(request)))


class RolloutsOfAgency(APIView):
    @extend_schema(parameters=[AS_OF], responses=serializers.page_shape(serializers.RolloutRow))
    def get(self, request: Request, code: str) -> Response:
        only_known_parameters(request, ROLLOUT_PARAMETERS - {"agency"})
        agency = Agency.objects.filter(code=code).first()
        if agency is None:
            raise Problem(404, "record.not_found")
        acts = acts_before_a_record(request, agency.pk, "rollout.open", "directive.record")
        return Response({**page_of_rollouts(request, [code]), "next_acts": acts})


def acts_before_a_record(request: Request, agency_id: int, *verbs: str) -> list[dict[str, Any]]:
    """Acts that make the first record of their kind, as rows of next_acts."""
    blocked = blockers_as_rows([Blocker("act.not_yours")], language_of(request))
    told = [(verb, may(request.user, verb, agency_id)) for verb in verbs]
    return [{"act": v, "allowed": ok, "blockers": [] if ok else blocked} for v, ok in told]
