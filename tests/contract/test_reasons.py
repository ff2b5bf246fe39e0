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
from tests.browser.reasons_table import SIGHTS
from tests.contract.test_sentences import BACKEND, literals

# Said of nobody's button: the act is not offered at all where it never applies to reader or record.
HIDDEN = {
    "act.not_yours",
    "appraisal.no_opinions",
    "application.wrong_track",
    "certificate.wrong_track",
    "declaration.wrong_track",
    "finding.nonconformity_is_closed",
    "finding.observation_is_disposed",
    "four_eyes.paper_not_allowed",
    "report.no_texts",
    "report.not_failed",
}
# Asked of what is typed: the button knows no day and no text yet, the form says all of them.
TYPED = {
    "day.before_2001",
    "day.in_future",
    "declaration.scope_missing",
    "finding.cause_category_missing",
    "finding.cause_missing",
    "finding.closed_before_raised",
    "finding.closed_before_reopened",
    "finding.disposition_reason_missing",
    "finding.due_before_raised",
    "finding.extended_not_later",
    "finding.verified_before_completed",
    "finding.verified_before_raised",
}
# Why no page can show it: the record is not there for this reader, or cannot become so.
UNSEEN = {
    "account.agency_missing": "no stored account of an agency's role is without an agency",
    "account.of_no_agency": "no stored account of the province's roles has an agency",
    "account.agency_not_yours": "a head's list holds the own agency's accounts only",
    "evidence.has_newer": "pages show the newest version; an older one has no line there",
    "task.handed_on": "from that day the task stands with its heir, the old one is on no page",
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


def test_every_reason_behind_a_button_has_been_seen_in_the_browser():
    assert set(SIGHTS) | HIDDEN | TYPED | set(UNSEEN) == CODES


def test_no_reason_is_both_seen_and_excused():
    excused = [HIDDEN, TYPED, set(UNSEEN)]
    assert sum(map(len, excused)) == len(set().union(*excused))
    assert not set(SIGHTS) & set().union(*excused)


def test_every_row_names_an_act_that_is_offered():
    offered = {verb for acts in registry.registered().values() for verb in acts}
    assert {sight.act for sight in SIGHTS.values()} <= offered


@pytest.mark.parametrize("code", sorted(HIDDEN))
def test_what_never_applies_is_hidden_by_the_page(code):
    page = (BACKEND.parent / "frontend/src/ui/forms/hidden.ts").read_text("utf-8")
    assert f'"{code}"' in page
