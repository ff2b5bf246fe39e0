"""Every reason that stands behind a button has its row in the browser's table, or says why not.

The rules behind the buttons are read, not run: every `Blocker` and `ordered` in a function that a
registered rule can reach counts. So a new guard is red here until somebody has seen it.
"""

import ast
import inspect
import textwrap
from pathlib import Path
from types import FunctionType, ModuleType

import pytest

from acts import registry
from core.sentences import catalogue
from tests.browser.reasons_forms import FORMS
from tests.browser.reasons_guards import GUARDS
from tests.browser.reasons_successions import MEANWHILE, PREVIEWED, REFUSED
from tests.browser.reasons_table import HIDDEN, SIGHTS
from tests.browser.reasons_warnings import WARNED
from tests.contract.test_sentences import BACKEND, literals

# Nobody has such a button: each opinion has its own, so an appraisal without any has none.
BUTTONLESS = {"appraisal.no_opinions"}
# Why no page can show it: the record is not there for this reader, or cannot become so.
UNSEEN = {
    "account.agency_not_yours": "a head's list and form know the own agency only",
    "evidence.has_newer": "pages show the newest version; an older one has no line there",
    "task.handed_on": "from that day the task stands with its heir, the old one is on no page",
}
# Guards of the way from plan to proof (domain reference 2.7) that no form on the pages can meet.
FORMLESS = {
    **dict.fromkeys(
        ["rollout.previous_not_earlier", "rollout.previous_of_another"],
        "T27: the act finds the previous rollout by itself; its form names none",
    ),
    **dict.fromkeys(
        [
            "audit.observations_undisposed",
            "certificate.surveillance_overdue",
            "declaration.to_be_repeated",
            "finding.unverified",
            "status_event.paused_long",
            "status_event.suspended_long",
        ],
        "only time brings it about: it stands beside a record that was written before",
    ),
    **dict.fromkeys(
        ["submission.not_received", "submission.sent_late"],
        "T3, T5: submitting answers with the plan; it stands beside the submission",
    ),
    "audit.body_not_registered": "T16: the bodies of the first data have no last day",
    "finding.due_missing": "T17: a policy value sets the day that nobody tells, but to old sources",
    "promulgation.nothing_to_issue": "T10: the form offers only what waits to be issued",
    "promulgation.version_issued": "T10: the form offers only what waits to be issued",
    "rollout.transition_ends_soon": "T27: no edition of the first data ends within 180 days",
    "status_event.no_proof": "T23: the act stands at a certificate or a declaration",
    "submission.known": "T2: a constraint against two who submit in the same moment",
}


def rules_behind_buttons():
    """Every function that next_acts calls: of the record's state, and of who does it."""
    of_states = [rule for acts in registry._offers.values() for _, rule in acts if rule]
    of_persons = [rule for rules in registry._of_persons.values() for rule in rules]
    return [*of_states, *of_persons]


def called_by(function):
    """The functions of ours that a function names, with its own body."""
    tree = ast.parse(textwrap.dedent(inspect.getsource(function)))
    named = []
    for node in ast.walk(tree):
        if isinstance(node, ast.Name):
            named.append(function.__globals__.get(node.id))
        elif isinstance(node, ast.Attribute) and isinstance(node.value, ast.Name):
            home = function.__globals__.get(node.value.id)
            named.append(getattr(home, node.attr, None) if isinstance(home, ModuleType) else None)
    return tree, [found for found in named if is_ours(found)]


def source_of(function):
    return Path(inspect.getfile(function)).resolve()


def is_ours(found):
    return isinstance(found, FunctionType) and BACKEND in source_of(found).parents


def codes_of(functions):
    """The codes of `Blocker(…)` and `ordered(…)` in these functions and in what they call."""
    left, done, codes = list(functions), set(), set()
    while left:
        function = left.pop()
        if function in done:
            continue
        done.add(function)
        tree, others = called_by(function)
        left += others
        for node in ast.walk(tree):
            name = getattr(getattr(node, "func", None), "id", "")
            if name in ("Blocker", "ordered") and node.args:
                codes |= set(literals(node.args[0]))
    return codes


CODES = codes_of(rules_behind_buttons()) | {"act.not_yours"}


def test_the_search_follows_rules_into_the_rules_that_they_call():
    assert {"certificate.stage2_again", "plan.opinion_unanswered", "agency.ended"} <= CODES
    assert len(CODES) > 70


TYPED = {code for asked in [*FORMS, *GUARDS, *REFUSED, MEANWHILE] for code in asked.codes}
UNUSUAL = {code for asked in [*WARNED, *PREVIEWED] for code in asked.codes}
GUARDING = {code for code, told in catalogue()["blocker"].items() if "2.7 T" in told.get("law", "")}


def test_every_reason_behind_a_button_has_been_seen_in_the_browser():
    excused = set(HIDDEN) | BUTTONLESS | set(UNSEEN)
    assert set(SIGHTS) | excused <= CODES
    assert set(SIGHTS) | excused | TYPED >= CODES


def test_every_guard_from_plan_to_proof_has_been_seen_in_the_browser():
    unseen = GUARDING - set(SIGHTS) - set(HIDDEN) - TYPED - UNUSUAL
    assert unseen == set(FORMLESS) | (BUTTONLESS | set(UNSEEN)) & GUARDING


def test_every_reason_about_agencies_and_what_becomes_of_them_has_been_seen_in_the_browser():
    of_agencies = {
        code for code in catalogue()["blocker"] if code.startswith(("agency.", "succession."))
    }
    assert of_agencies <= set(SIGHTS) | TYPED | UNUSUAL


def test_no_reason_is_both_seen_and_excused():
    excused = [set(HIDDEN), BUTTONLESS, set(UNSEEN), set(FORMLESS)]
    assert sum(map(len, excused)) == len(set().union(*excused))
    assert not (set(SIGHTS) | TYPED | UNUSUAL) & set().union(*excused)


def test_every_row_names_an_act_that_is_offered():
    offered = {verb for acts in registry.registered().values() for verb in acts}
    offered |= {"account.create", "agency.create"}  # by the session, for want of a record
    asked = [*FORMS, *GUARDS, *WARNED, *REFUSED, *PREVIEWED, MEANWHILE]
    rows = [*SIGHTS.values(), *HIDDEN.values(), *asked]
    assert {row.act for row in rows} <= offered


@pytest.mark.parametrize("code", sorted({*HIDDEN, *BUTTONLESS}))
def test_what_never_applies_is_hidden_by_the_page(code):
    page = (BACKEND.parent / "frontend/src/ui/forms/hidden.ts").read_text("utf-8")
    assert f'"{code}"' in page
