"""Addresses of the register: agencies, what became of them, whom the programme obliges."""

from functools import partial
from typing import Any

from django.core.exceptions import PermissionDenied
from django.db.models import QuerySet
from django.http import HttpResponse
from drf_spectacular.utils import OpenApiParameter, extend_schema
from rest_framework.decorators import action
from rest_framework.request import Request
from rest_framework.response import Response

from acts.api.reading import only_known_parameters, truth
from acts.api.writing import Writes, deliver, delivery_of
from acts.permissions import may
from agencies import actions, records
from agencies.api import filters, serializers
from agencies.api.brief import NamesAgencies
from agencies.handover import counted_along, heritages
from agencies.models import Agency, ScopeRule, Succession
from agencies.queries import briefs, lineage_on, listed_on
from core.problems import Problem, blockers_as_rows
from core.sentences import language_of
from core.validity import validity_on

DRY_RUN = OpenApiParameter("dry_run", bool, description="only say what would change")


class Agencies(NamesAgencies, Writes):
    """Cơ quan: tên, loại, cấp trên của ngày được hỏi."""

    serializer_class = serializers.AgencyShape
    filterset_class = filters.AgencyFilter
    lookup_url_kwarg, lookup_value_regex = "code", r"[\w.\-]{1,40}"
    orderable = {
        "id": "id",
        "code": "code",
        "name": "sort_key",
        "name_en": "name_en_on_day",
        "kind": "kind_order",
        "valid_from": "valid_from",
        "valid_to": "valid_to",
        "active": "exists",
        "in_scope": "in_scope",
        "confidence": "confidence",
        "row_version": "row_version",
    }
    default_order = ("kind_order", "sort_key")
    counted = False

    def rows(self) -> QuerySet[Agency]:
        return listed_on(self.day)

    def agency_ids(self, record: Any) -> list[int | None]:
        return [record.pk, record.parent_id_on_day]

    def found(self, code: str) -> Any:
        agency = self.rows().filter(code=code).first()
        if agency is None:
            raise Problem(404, "record.not_found")
        return agency

    def in_full(self, record: Any) -> dict[str, Any]:
        return {**super().in_full(record), **serializers.AgencyHistory(record).data}

    def retrieve(self, request: Request, code: str) -> Response:
        return super().retrieve(request, code)

    @extend_schema(request=serializers.AgencyIn, responses={201: serializers.AgencyShape})
    def create(self, request: Request) -> HttpResponse:
        told = serializers.AgencyIn.read(request)
        return self.added(request, lambda: actions.create_agency(**told, by=request.user))

    @extend_schema(request=serializers.RenameIn, responses={200: serializers.AgencyShape})
    @action(detail=True, methods=["post"])
    def rename(self, request: Request, code: str) -> HttpResponse:
        told = serializers.RenameIn.read(request)
        return self.acted(
            request, code, lambda agency: actions.rename_agency(agency, **told, by=request.user)
        )

    @extend_schema(request=serializers.IdentifyIn, responses={200: serializers.AgencyShape})
    @action(detail=True, methods=["post"])
    def identify(self, request: Request, code: str) -> HttpResponse:
        told = serializers.IdentifyIn.read(request)
        return self.acted(
            request, code, lambda agency: actions.identify_agency(agency, **told, by=request.user)
        )

    @extend_schema(request=serializers.AliasIn, responses={200: serializers.AgencyShape})
    @action(detail=True, methods=["post"])
    def alias(self, request: Request, code: str) -> HttpResponse:
        told = serializers.AliasIn.read(request)
        return self.acted(
            request, code, lambda agency: actions.add_alias(agency, **told, by=request.user)
        )

    @extend_schema(responses={200: serializers.LineageShape})
    @action(detail=True, methods=["get"])
    def lineage(self, request: Request, code: str) -> Response:
        only_known_parameters(request, {"as_of"})
        agency = self.found(code)
        line = lineage_on(self.day, agency)
        named = briefs(self.day, line.ids() | {agency.pk})

        def step(succession: Succession, other: int | None) -> dict[str, Any]:
            return {
                "agency": named[other].as_row() if other else None,
                "kind": succession.kind,
                "effective_on": succession.effective_on,
                "decision": succession.decision,
            }

        return Response(
            {
                "agency": named[agency.pk].as_row(),
                "predecessors": [step(s, s.predecessor_id) for s in line.came_from],
                "successors": [step(s, s.successor_id) for s in line.became],
                "ancestors": [named[pk].as_row() for pk in line.ancestors],
                "descendants": [named[pk].as_row() for pk in line.descendants],
                "as_of": self.day,
            }
        )


class Successions(NamesAgencies, Writes):
    """Sắp xếp cơ quan: sáp nhập, chia, đổi tên, giải thể, chuyển giao."""

    serializer_class = serializers.SuccessionShape
    filterset_class = filters.SuccessionFilter
    orderable = {
        "id": "id",
        "kind": "kind",
        "effective_on": "effective_on",
        "decision": "decision",
        "confidence": "confidence",
        "row_version": "row_version",
    }
    default_order = ("-effective_on",)
    counted = False

    def rows(self) -> QuerySet[Succession]:
        return Succession.objects.filter(effective_on__lte=self.day)

    def agency_ids(self, record: Succession) -> list[int | None]:
        return [record.predecessor_id, record.successor_id]

    @extend_schema(
        request=serializers.SuccessionIn,
        responses={200: serializers.SuccessionEffects, 201: serializers.SuccessionEffects},
        parameters=[DRY_RUN],
    )
    def create(self, request: Request) -> HttpResponse:
        told = serializers.SuccessionIn.read(request)
        only_known_parameters(request, {"as_of", "dry_run"})
        if truth(request, "dry_run"):
            return Response(self._preview(request, told))
        predecessor, successor = told.pop("predecessor"), told.pop("successor", None)
        return deliver(
            delivery_of(request),
            lambda: actions.succeed_agency(predecessor, successor, **told, by=request.user),
            lambda made: {**(self.fresh(made) or {}), **self._effects(made, made.effects)},
            201,
        )

    def _preview(self, request: Request, told: dict[str, Any]) -> dict[str, Any]:
        """What recording it would change; nothing is saved."""
        if not may(request.user, "agency.succeed", None):
            raise PermissionDenied("agency.succeed")
        told.pop("reason", None)
        takes = told.pop("takes", None)
        succession = Succession(**told)
        effects = records.checked_effects(succession, takes)
        return {
            **self.shown([succession])[0],
            **self._effects(succession, effects),
            "as_of": self.day,
        }

    @extend_schema(
        request=serializers.ReorganisationIn,
        responses={200: serializers.ReorganisationShape, 201: serializers.ReorganisationShape},
        parameters=[DRY_RUN],
    )
    @action(detail=False, methods=["post"])
    def bulk(self, request: Request) -> HttpResponse:
        """Several agencies in one act, all or none: each pair counts on those before it."""
        told = serializers.ReorganisationIn.read(request)
        only_known_parameters(request, {"as_of", "dry_run"})
        pairs = told.pop("pairs")
        act = partial(actions.reorganise_agencies, pairs, **told, by=request.user)
        if truth(request, "dry_run"):
            return Response(self._many(act(dry_run=True)))
        return deliver(delivery_of(request), act, self._many, 201)

    def _many(self, made: list[Succession]) -> dict[str, Any]:
        told = [self._effects(each, each.effects) for each in made]
        warnings = [warning for each in made for warning in each.effects.warnings]
        return {
            "count": len(made),
            "as_of": self.day,
            "results": [row | effects for row, effects in zip(self.shown(made), told, strict=True)],
            "warnings": blockers_as_rows(warnings, language_of(self.request)),
        }

    def _effects(self, succession: Succession, effects: records.Effects) -> dict[str, Any]:
        """What ends, what comes along, what the heir takes over, what is to be known of it."""
        below = [child.agency_id for child in effects.moved_children]
        named = briefs(self.day, [succession.predecessor_id, *below])
        ends = named[succession.predecessor_id].as_row() if effects.ends_on else None
        findings = effects.counts.get("open_findings", 0) if succession.successor_id else 0
        stay = effects.affected["rollouts"] - len(effects.taken.get("rollouts", []))
        language = language_of(self.request)
        return {
            "ends": {"agency": ends, "valid_to": effects.ends_on} if ends else None,
            "moves": [named[pk].as_row() for pk in below],
            "affected": effects.affected,
            "carried": {
                **{name: len(effects.taken.get(name, [])) for name in heritages()},
                "open_findings": findings,
                **counted_along(effects.taken),
            },
            "stays": {
                "rollouts": stay if effects.last else 0,
                "tasks": effects.left().get("tasks", 0),
                **{name: effects.counts.get(name, 0) for name in ("certificates", "declarations")},
            },
            "accounts_end": effects.counts.get("accounts", 0),
            "choices": {
                name: [
                    {"id": row.pk, "label": kind.label(row, language)}
                    for row in effects.held.get(name, [])
                ]
                for name, kind in heritages().items()
            },
            "warnings": blockers_as_rows(effects.warnings, language),
        }


class ScopeRules(NamesAgencies, Writes):
    """Ai phải áp dụng, từ ngày nào, căn cứ nào."""

    serializer_class = serializers.ScopeRuleShape
    filterset_class = filters.ScopeRuleFilter
    orderable = {
        "id": "id",
        "kind": "kind__order",
        "included": "included",
        "valid_from": "valid_from",
        "valid_to": "valid_to",
        "state": "state",
        "legal_basis": "legal_basis",
        "confirmed": "confirmed",
        "row_version": "row_version",
    }
    default_order = ("valid_from", "kind__order")
    counted = False

    def rows(self) -> QuerySet[ScopeRule]:
        return ScopeRule.objects.annotate(state=validity_on(self.day))

    def agency_ids(self, record: ScopeRule) -> list[int | None]:
        return [record.agency_id]

    @extend_schema(request=serializers.ScopeRuleIn, responses={201: serializers.ScopeRuleShape})
    def create(self, request: Request) -> HttpResponse:
        told = serializers.ScopeRuleIn.read(request)
        return self.added(request, lambda: actions.record_scope_rule(**told, by=request.user))

    @extend_schema(request=serializers.ScopeRuleFields, responses={200: serializers.ScopeRuleShape})
    def partial_update(self, request: Request, pk: str) -> HttpResponse:
        told = serializers.ScopeRuleFields.read(request, partial=True)
        reason = told.pop("reason", "")
        return self.acted(
            request,
            pk,
            lambda rule: actions.correct_scope_rule(rule, told, reason=reason, by=request.user),
        )

    @extend_schema(request=serializers.ScopeRuleEnd, responses={200: serializers.ScopeRuleShape})
    @action(detail=True, methods=["post"])
    def end(self, request: Request, pk: str) -> HttpResponse:
        told = serializers.ScopeRuleEnd.read(request)
        return self.acted(
            request, pk, lambda rule: actions.end_scope_rule(rule, **told, by=request.user)
        )
