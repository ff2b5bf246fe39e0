"""Editions, numbers of the law and all catalogues over HTTP."""

import pytest
from rest_framework.test import APIClient

from core.days import today
from core.labels import label_groups
from standards.queries import policy_on

pytestmark = pytest.mark.django_db

NEW = {
    "code": "maintenance.months",
    "value": 18,
    "valid_from": "2026-01-01",
    "legal_basis": "TT 1/2026/TT-BKHCN",
}


def test_editions_show_each_date_with_its_certainty(client_as, officer):
    rows = client_as(officer).get("/api/v1/editions").json()["results"]
    assert [row["code"] for row in rows] == ["2000", "2008", "2015", "2026"]
    newest = rows[-1]["dates"]
    assert {(row["on"], row["confirmed"]) for row in newest} == {(None, False)}
    one = client_as(officer).get("/api/v1/editions/2008").json()
    assert {row["on"] for row in one["dates"] if row["what"] == "void"} == {"2018-09-15"}


def test_a_new_value_ends_the_one_before(client_as, administrator):
    client = client_as(administrator)
    assert client.post("/api/v1/policy-values", NEW, format="json").status_code == 201
    rows = client.get("/api/v1/policy-values?code=maintenance.months").json()["results"]
    assert {(r["value"], r["valid_from"], r["valid_to"]) for r in rows} == {
        (12.0, None, "2025-12-31"),
        (18.0, "2026-01-01", None),
    }
    assert policy_on(today()).months("maintenance.months") == 18
    again = client.post("/api/v1/policy-values", NEW, format="json")
    assert again.json()["blockers"][0]["code"] == "policy_value.not_later"


@pytest.mark.parametrize("change", [{"code": "nonsense"}, {"value": -1}, {"valid_from": "2026"}])
def test_a_value_of_the_wrong_form_is_refused(client_as, administrator, change):
    answer = client_as(administrator).post("/api/v1/policy-values", NEW | change, format="json")
    assert answer.status_code == 400
    assert answer.json()["errors"][0]["pointer"] == f"/{next(iter(change))}"


def test_a_value_keeps_its_unit(client_as, administrator):
    body = NEW | {"unit": "days"}
    answer = client_as(administrator).post("/api/v1/policy-values", body, format="json")
    assert answer.json()["blockers"][0]["code"] == "policy_value.other_unit"


def test_only_the_administrator_records_values(client_as, coordinator):
    answer = client_as(coordinator).post("/api/v1/policy-values", NEW, format="json")
    assert answer.status_code == 403


def test_the_catalogues_hold_every_code_with_both_labels(client_as, officer):
    told = client_as(officer).get("/api/v1/catalogues").json()
    assert set(told) >= {
        *["stages", "flags", "tracks", "agency_kinds", "document_kinds", "grades", "audit_kinds"],
        *["audit_types", "succession_kinds", "directive_kinds", "plan_kinds", "roles"],
        *["appraisal_results", "inspection_results", "application_states", "declaration_kinds"],
        *["status_event_kinds", "training_topics", "certification_bodies", "editions"],
    }
    for name, rows in told.items():
        for row in rows:
            assert all([row["code"], row["label"], row["label_en"]]), (name, row)
    stages = {row["code"]: row for row in told["stages"]}
    assert stages["declared"]["label"] == "Đã công bố"
    assert stages["certified"]["label"] == "Đã được cấp GCN"
    bands = {"preparing", "building", "audited", "proven", "trouble"}
    assert {row["band"] for row in stages.values()} == bands
    kinds = {row["code"]: row["is_procedure"] for row in told["document_kinds"]}
    assert [code for code, procedure in kinds.items() if procedure] == [
        "QT-BB",
        "QT-TN",
        "QT-HT",
        "QT-NB",
    ]


def test_every_number_of_the_law_has_a_subject():
    subjects = set(label_groups()["policy_subjects"])
    assert {row["subject"] for row in label_groups()["policy_values"].values()} == subjects


def test_every_code_of_the_models_has_a_label():
    from acts.permissions import MAY, Role
    from agencies.models import Succession
    from audits.models.audit import TYPES, Audit
    from audits.models.finding import Finding, FindingStep
    from certificates.models import Application, Declaration, StatusEvent
    from core.validity import VALIDITY_STATES
    from documents.models import DocumentVersion
    from maintenance.models.training import Training
    from plans.models import Appraisal, Decision, Directive, Plan
    from standards.models import TRACKS, EditionDate, PolicyValue

    codes = {
        "tracks": TRACKS,
        "grades": Finding.GRADES,
        "dispositions": FindingStep.DISPOSITIONS,
        "audit_kinds": Audit.KINDS,
        "audit_types": TYPES,
        "audit_recommendations": Audit.RECOMMENDATIONS,
        "inspection_results": Audit.RESULTS,
        "appraisal_results": Appraisal.RESULTS,
        "succession_kinds": Succession.KINDS,
        "plan_kinds": Plan.KINDS,
        "decision_kinds": Decision.KINDS,
        "directive_kinds": Directive.KINDS,
        "document_changes": DocumentVersion.CHANGES,
        "application_states": Application.STATES,
        "declaration_kinds": Declaration.KINDS,
        "declaration_reasons": Declaration.REASONS,
        "status_event_kinds": StatusEvent.KINDS,
        "training_topics": Training.TOPICS,
        "edition_dates": EditionDate.WHAT,
        "validity_states": VALIDITY_STATES,
        "policy_values": PolicyValue.objects.values_list("code", flat=True),
        "policy_units": PolicyValue.objects.values_list("unit", flat=True),
        "roles": [role for role in Role.values if role != "system"],
        "acts": list(MAY),
    }
    for group, known in codes.items():
        assert set(label_groups()[group]) == set(known), group


def test_nobody_reads_without_signing_in():
    for path in (
        "catalogues",
        "editions",
        "edition-dates",
        "policy-values",
        "agencies",
        "successions",
    ):
        assert APIClient().get(f"/api/v1/{path}").status_code == 401
