"""Addresses of what is read with a stage: the board, its lists, the journey, the trail."""

from dataclasses import fields
from typing import Any

from django.http import HttpResponse
from drf_spectacular.utils import OpenApiParameter, extend_schema
from rest_framework.request import Request
from rest_framework.response import Response
from rest_framework.views import APIView

from acts.api.reading import day_in, day_of, only_known_parameters, picked, truth
from acts.api.trail import FILTERS, wanted_of
from acts.api.trail import PARAMETERS as TRAIL
from acts.api.writing import deliver, deliver_on, delivery_of
from acts.permissions import may
from acts.registry import next_acts
from acts.trail import history_of, tracked_models
from agencies.models import Agency
from agencies.queries import AT_HOME, briefs, visible_to
from core.paging import DEFAULT_LIMIT, MAX_LIMIT, MAX_OFFSET, envelope, page_of, whole_number
from core.problems import Problem, blockers_as_rows
from core.rules import Blocker, Malformed
from core.sentences import language_of
from documents.coverage import required_kinds
from plans.actions import correct_rollout, open_rollout
from plans.api.serializers import RolloutCorrection, RolloutIn
from plans.models import Rollout
from plans.warnings import warnings_of_rollout
from progress.agencies import agencies_on, next_deadline, rollout_flags
from progress.api import serializers
from progress.api.agency_list import check_codes, order_terms, page_of_agencies
from progress.changes import changes_between
from progress.clocks import clocks_of
from progress.journey import journey_of
from progress.rows import rollout_row, sorted_rows
from progress.stages import STAGES, RolloutOnDay, rollouts_on
from progress.summaries import summary_on
from progress.trend import trend_to
from progress.yardsticks import yardsticks_on
from standards.models import DocumentKind

AS_OF = OpenApiParameter("as_of", {"type": "string", "format": "date"})


def query(*names: str) -> list[OpenApiParameter]:
    """Text parameters for the schema, the day among them."""
    return [AS_OF, *[OpenApiParameter(name, str, many=True) for name in names]]


class Summary(APIView):
    """The province board in one call."""

    @extend_schema(parameters=[AS_OF], responses=serializers.SummaryShape)
    def get(self, request: Request) -> Response:
        only_known_parameters(request, {"as_of"})
        return Response(summary_on(day_of(request), request.user))


class Trend(APIView):
    """Twelve month-ends."""

    @extend_schema(parameters=[AS_OF], responses=serializers.TrendShape)
    def get(self, request: Request) -> Response:
        only_known_parameters(request, {"as_of", "months"})
        months = whole_number(request, "months", 12, 1, 36)
        return Response(trend_to(day_of(request), request.user, months))


class AgencyList(APIView):
    """Every agency of the day with its stage."""

    @extend_schema(
        parameters=query(
            "kind",
            "stage",
            "edition",
            "track",
            "flag",
            "maintained",
            "in_scope",
            "has_list",
            "with_rollout",
            "expiring",
            "rate",
            "figure",
            "cell",
            "search",
            "ordering",
            "limit",
            "offset",
            "fields",
        ),
        responses=serializers.page_shape(serializers.AgencyProgress),
    )
    def get(self, request: Request) -> Response:
        return Response(page_of_agencies(request, day_of(request)))


class Deadlines(APIView):
    """What each agency must do next, and the clocks that run; the most overdue first."""

    @extend_schema(
        parameters=query("limit", "offset", "overdue"),
        responses=serializers.page_shape(serializers.LateShape),
    )
    def get(self, request: Request) -> Response:
        only_known_parameters(request, {"as_of", "limit", "offset", "overdue"})
        day = day_of(request)
        agencies, yard = agencies_on(day, request.user)
        rows = [
            {"agency": a.as_row(), **deadline}
            for a in agencies
            if (deadline := next_deadline(a, yard))
        ]
        rows += [
            {
                "agency": c["agency"].as_row(),
                "due_on": c["due_on"],
                "what": c["code"],
                "days": c["days"],
                "object": c["object"],
            }
            for c in clocks_of(agencies, yard)
        ]
        rows = [{"object": None, **row} for row in rows]
        overdue = truth(request, "overdue")
        if overdue is not None:
            rows = [row for row in rows if (row["days"] < 0) == overdue]
        rows.sort(key=lambda row: (row["due_on"], row["agency"]["code"]))
        return Response(page_of(rows, request, day))


class Changes(APIView):
    """Which agencies moved between two days; what was only recorded late is marked."""

    @extend_schema(parameters=query("from", "to"), responses=serializers.ChangesShape)
    def get(self, request: Request) -> Response:
        only_known_parameters(request, {"from", "to", "as_of"})
        day_of(request)
        start, end = day_in(request, "from"), day_in(request, "to")
        if end < start:
            raise Malformed(("/to", "parameter.invalid", {"value": end.isoformat()}))
        return Response(changes_between(start, end, request.user))


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
    ids = list(seen.order_by("id").values_list("id", flat=True).distinct())
    derived = set(given) & {"stage", "flag", "edition", "track", "kind"} or terms
    yard = yardsticks_on(day)
    if derived:
        # Naming every rollout of a province would only make the question longer.
        narrowed = bool(codes) or request.user.role in AT_HOME
        rows = rollouts_on(day, ids if narrowed else None)
        named = briefs(day, {row.agency_id for row in rows})
        kept = [row for row in rows if _fits(row, given, yard, named)]
        kept.sort(key=lambda row: row.id)
        page = page_of(sorted_rows(kept, terms, ROLLOUT_KEYS), request, day)
    else:
        page = page_of(ids, request, day)
        by_id = {row.id: row for row in rollouts_on(day, page["results"])}
        page["results"] = [by_id[pk] for pk in page["results"] if pk in by_id]
        named = briefs(day, {row.agency_id for row in page["results"]})
    shown = [rollout_row(row, named.get(row.agency_id), yard) for row in page["results"]]
    return {**page, "results": picked(shown, request)}


def _fits(row: RolloutOnDay, given: dict[str, list[str]], yard: Any, named: Any) -> bool:
    values = {
        "stage": [row.stage],
        "track": [row.track],
        "edition": [row.edition],
        "flag": rollout_flags(row, yard),
        "kind": [named[row.agency_id].kind] if row.agency_id in named else [],
    }
    return all(
        any(wanted in values[name] for wanted in given[name]) for name in values if name in given
    )


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


def page_of_history(request: Request, root: Any, pk: int) -> dict[str, Any]:
    """A page of the trail of a record and everything below it."""
    limit = whole_number(request, "limit", DEFAULT_LIMIT, 1, MAX_LIMIT)
    offset = whole_number(request, "offset", 0, 0, MAX_OFFSET)
    rows, count, people = history_of(
        root, pk, limit=limit, offset=offset, wanted=wanted_of(request)
    )
    return {**envelope(rows, count, request, day_of(request)), "people": people}


class RolloutHistory(APIView):
    @extend_schema(parameters=TRAIL, responses=serializers.history_page())
    def get(self, request: Request, pk: int) -> Response:
        only_known_parameters(request, {"as_of", "limit", "offset"} | FILTERS)
        visible_rollout(request, pk)
        return Response(page_of_history(request, Rollout, pk))


class History(APIView):
    """The trail of any record, ?object=rollout:12, or of all that is an agency's, ?agency=SNV"""

    @extend_schema(
        parameters=[OpenApiParameter("object", str), OpenApiParameter("agency", str), *TRAIL],
        responses=serializers.history_page(),
    )
    def get(self, request: Request) -> Response:
        only_known_parameters(request, {"object", "agency", "as_of", "limit", "offset"} | FILTERS)
        code = request.query_params.get("agency")
        if code is not None and "object" in request.query_params:
            raise Malformed(("/agency", "parameter.invalid", {"value": code[:60]}))
        asked = f"agency:{code}" if code else request.query_params.get("object", "")
        name, _, number = asked.partition(":")
        models = {model._meta.model_name: model for model in tracked_models()}
        if name == "agency" and number and not number.isdecimal():
            number = str(Agency.objects.filter(code=number).values_list("pk", flat=True).first())
        if name not in models or not number.isdecimal() or len(number) > 18:
            raise Malformed(("/object", "parameter.invalid", {"value": f"{name}:{number}"[:60]}))
        record = models[name]._default_manager.filter(pk=int(number)).first()
        self._visible(request, record)
        return Response(page_of_history(request, models[name], int(number)))

    def _visible(self, request: Request, record: Any) -> None:
        """The trail has the scope of its record; a gone one is for the province-wide roles."""
        home = getattr(record, "home_agency_id", None)
        user = request.user
        if user.role in ("officer", "head"):
            if home is None or (home != user.agency_id and home not in user.predecessor_ids()):
                raise Problem(404, "record.not_found")


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
