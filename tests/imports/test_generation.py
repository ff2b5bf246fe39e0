"""Invented provinces are as regular as recorded ones, only larger."""

from itertools import chain

import pytest
from django.apps import apps

from acts.trail import outside_changes
from audits import rules as audit_rules
from audits.models import Audit
from certificates import rules as proof_rules
from certificates.models import Application, Certificate, Declaration
from core.days import today
from core.facts import Fact
from imports.generation import generate
from maintenance import rules as yearly_rules
from maintenance.models import ManagementReview
from plans import rules as plan_rules
from plans.models import Appraisal, OfficialDocument, Plan, Rollout, Submission
from progress.summaries import summary_on

pytestmark = pytest.mark.django_db
FACTS = [model for model in apps.get_models() if issubclass(model, Fact)]
RULES = {
    Plan: plan_rules.blockers_of_plan,
    Submission: plan_rules.blockers_of_submission,
    Appraisal: plan_rules.blockers_of_appraisal,
    OfficialDocument: plan_rules.blockers_of_document,
    Audit: audit_rules.blockers_of_audit,
    ManagementReview: yearly_rules.blockers_of_review,
    Application: proof_rules.blockers_of_application,
    Certificate: proof_rules.blockers_of_certificate,
    Declaration: proof_rules.blockers_of_declaration,
}


def test_every_invented_fact_satisfies_the_rules_of_its_kind():
    generate(12, 8, years=2)
    reasons = chain.from_iterable(
        rule(fact) for model, rule in RULES.items() for fact in model.objects.all()
    )
    assert [(reason.code, reason.params) for reason in reasons] == []


def test_each_agency_has_three_rollouts_marked_as_illustrations():
    generate(4, 3, years=1)
    assert Rollout.objects.filter(agency__code__startswith="GEN-").count() == 12
    for model in [*FACTS, Rollout]:
        assert not model.objects.filter(real=True).exists(), model


def test_only_the_missing_agencies_are_made():
    assert generate(3, 2, years=1)
    assert generate(3, 2, years=1) == 0


def test_everything_is_labelled_in_the_trail():
    generate(2, 2, years=1)
    assert outside_changes() == 0


def test_the_board_counts_the_invented_agencies_once():
    before = summary_on(today())["agencies"]["in_scope"]
    generate(5, 2, years=1)
    assert summary_on(today())["agencies"]["in_scope"] == before + 5
