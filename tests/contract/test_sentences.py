"""Every code has its sentence in both languages, and every sentence its use."""

import ast
import re
import tomllib
from pathlib import Path

import pytest
from django.apps import apps
from django.core.management import call_command
from django.core.management.base import CommandError

from core.sentences import LANGUAGES, catalogue

BACKEND = Path(__file__).resolve().parents[2] / "backend"
SOURCES = {
    path: ast.parse(path.read_text("utf-8"))
    for path in sorted(BACKEND.rglob("*.py"))
    if "migrations" not in path.parts
}
# Inserted with ON CONFLICT DO NOTHING: its constraint refuses nobody.
UNHEARD = {"acts.Answer"}
TEXT = "\n".join(path.read_text("utf-8") for path in SOURCES)


def calls(*names: str):
    """Every call of a function or method of one of these names, with its file."""
    for path, tree in SOURCES.items():
        for node in ast.walk(tree):
            if isinstance(node, ast.Call):
                called = node.func
                name = called.id if isinstance(called, ast.Name) else getattr(called, "attr", "")
                if name in names:
                    yield path, node


def literals(node: ast.AST | None) -> list[str]:
    """The strings that an expression may be: "a" if x else "b" is both; f"x.{y}" a pattern."""
    match node:
        case ast.Constant(value=str() as text):
            return [text]
        case ast.IfExp():
            return literals(node.body) + literals(node.orelse)
        case ast.JoinedStr():
            return ["".join(v.value if isinstance(v, ast.Constant) else "*" for v in node.values)]
    return []


def blocker_codes() -> dict[str, str]:
    """Codes of Blocker("…") and of ordered("…"), each with the file that says it."""
    found = {}
    for path, call in calls("Blocker", "ordered"):
        for code in literals(call.args[0] if call.args else None):
            found[code] = path.name
    # Codes that a rule keeps in a table of its own: for code, day in (("certificate.…", issued), …)
    for path, tree in SOURCES.items():
        if path.name == "rules.py":
            for node in ast.walk(tree):
                if isinstance(node, ast.Tuple | ast.List):
                    for item in node.elts:
                        if re.fullmatch(r"[a-z_]+\.[a-z_0-9]+", "".join(literals(item))):
                            found.setdefault(item.value, path.name)
    return found


def error_codes() -> dict[str, str]:
    """Codes of Malformed((pointer, code, params)), of validation errors and of self.fail."""
    found = {}
    for path, call in calls("Malformed"):
        for node in ast.walk(call):
            if isinstance(node, ast.Tuple) and len(node.elts) == 3:
                for code in literals(node.elts[1]):
                    found[code] = path.name
    for path, call in calls("ValidationError", "ErrorDetail", "fail"):
        given = next((k.value for k in call.keywords if k.arg == "code"), None)
        if given is None and getattr(call.func, "attr", "") == "fail" and call.args:
            given = call.args[0]
        for code in literals(given):
            found[code] = path.name
    return found


def problem_codes() -> dict[str, str]:
    found = {}
    for path, call in calls("Problem", "problem_response"):
        place = 2 if getattr(call.func, "id", "") == "problem_response" else 1
        for code in literals(call.args[place] if len(call.args) > place else None):
            found[code] = path.name
    problems = SOURCES[BACKEND / "core" / "problems.py"]
    for node in ast.walk(problems):
        if isinstance(node, ast.Return) and isinstance(node.value, ast.Tuple):
            if len(node.value.elts) == 4:
                for code in literals(node.value.elts[1]):
                    found[code] = "problems.py"
    return found


def constraint_codes() -> dict[str, str]:
    """Named constraints of our own tables, as the code by which they speak."""
    return {
        constraint.name.replace("__", ".", 1): model.__name__
        for model in apps.get_models()
        if (BACKEND / model._meta.app_label).is_dir() and model._meta.label not in UNHEARD
        for constraint in model._meta.constraints
    }


def missing_codes() -> set[str]:
    """Codes of what a stage waits for: pairs ("code", {…}) in progress/journey.py."""
    tree = SOURCES[BACKEND / "progress" / "journey.py"]
    return {
        node.elts[0].value
        for node in ast.walk(tree)
        if isinstance(node, ast.Tuple)
        and len(node.elts) == 2
        and isinstance(node.elts[0], ast.Constant)
        and isinstance(node.elts[1], ast.Dict)
    }


def known(group: str, code: str) -> bool:
    codes = catalogue().get(group, {})
    if "*" in code:
        pattern = re.compile(re.escape(code).replace(r"\*", r"[a-z_0-9]+"))
        return any(pattern.fullmatch(one) for one in codes)
    return code in codes


USED = {
    "blocker": {**blocker_codes(), **constraint_codes()},
    "error": error_codes(),
    "problem": problem_codes(),
    "missing": dict.fromkeys(missing_codes(), "journey.py"),
}


@pytest.mark.parametrize("group", USED)
def test_every_code_that_is_used_has_a_sentence(group):
    silent = {code: where for code, where in USED[group].items() if not known(group, code)}
    assert not silent


def test_the_search_for_codes_finds_them():
    assert len(USED["blocker"]) > 80
    assert len(USED["error"]) > 8
    assert len(USED["problem"]) > 15
    assert len(USED["missing"]) > 10
    assert "plan.completed_before_started" in constraint_codes()


def entries():
    return [
        (group, code, entry)
        for group, codes in catalogue().items()
        for code, entry in codes.items()
    ]


def test_every_sentence_is_said_in_both_languages():
    silent = [
        (group, code)
        for group, code, entry in entries()
        if not all(str(entry.get(language, "")).strip() for language in LANGUAGES)
    ]
    assert not silent


def test_both_languages_name_the_same_particulars():
    def particulars(text):
        return set(re.findall(r"\{(\w+)\}", text))

    unlike = [
        (group, code)
        for group, code, entry in entries()
        if particulars(entry["vi"]) != particulars(entry["en"])
    ]
    assert not unlike


def test_every_reason_to_refuse_names_its_source():
    # Reasons that need none: they explain the system and no rule of the programme.
    plain = {"act.not_yours", "unknown"}
    lawless = [
        code
        for group, code, entry in entries()
        if group == "blocker" and not entry.get("law") and code not in plain
    ]
    lawless = [code for code in lawless if not code.startswith(("day.", "days."))]
    assert not lawless


# Guards that the transition table of domain reference 2.7 refuses and the code only warns of.
ONLY_WARNED = {
    "promulgation.not_approved": "T10",
    "promulgation.required_missing": "T11",
    "audit.auditors_not_trained": "T12",
    "review.before_internal_audit": "T13",
    "declaration.signer_missing": "T14",
    "finding.due_missing": "T17",
    "audit.observations_undisposed": "T18",
    "status_event.document_missing": "T23, T24",
}


def test_every_guard_that_only_warns_says_why():
    told = {code: entry for _, code, entry in entries() if "warns" in entry}
    assert set(told) == set(ONLY_WARNED)
    for code, guard in ONLY_WARNED.items():
        assert told[code]["warns"].startswith(f"{guard}: ")
        assert f"2.7 {guard}" in told[code]["law"]


def test_what_only_warns_is_refused_nowhere():
    refusing = [
        node
        for tree in SOURCES.values()
        for node in ast.walk(tree)
        if isinstance(node, ast.FunctionDef) and node.name.startswith("blockers")
    ]
    refused = {text for rule in refusing for node in ast.walk(rule) for text in literals(node)}
    assert "review.before_its_audit" in refused
    assert not refused & set(ONLY_WARNED)


def test_every_sentence_is_used():
    """Its code stands in the code, or a code made of parts fits it, or a library says it."""
    made = [code for codes in USED.values() for code in codes if "*" in code]
    patterns = [re.compile(re.escape(code).replace(r"\*", r"[a-z_0-9]+")) for code in made]
    constraints = constraint_codes()
    idle = [
        (group, code)
        for group, code, _ in entries()
        if f'"{code}"' not in TEXT
        and code not in constraints
        and not any(pattern.fullmatch(code) for pattern in patterns)
        and not (group == "error" and code in said_by_libraries())
    ]
    assert not idle


def said_by_libraries() -> set[str]:
    """Codes of the field errors of Django REST Framework and of Django's password validators."""
    from django.core import validators  # noqa: F401
    from rest_framework import fields, relations, serializers

    found = {
        "password_too_short",
        "password_too_common",
        "password_entirely_numeric",
        "password_too_similar",
        "unique",
    }
    for module in (fields, relations, serializers):
        for kind in vars(module).values():
            found |= set(getattr(kind, "default_error_messages", None) or ())
    return found


def test_no_code_is_said_twice_by_two_apps():
    seen: dict[tuple[str, str], Path] = {}
    twice = []
    for path in sorted(BACKEND.glob("*/sentences.toml")):
        for group, codes in tomllib.loads(path.read_text("utf-8")).items():
            for code in codes:
                if (group, code) in seen:
                    twice.append((group, code, path.parent.name))
                seen[group, code] = path
    assert not twice


@pytest.mark.parametrize("command", ["help_doc", "permissions_doc", "rules_doc"])
def test_the_generated_pages_are_up_to_date(command):
    try:
        call_command(command, check=True)
    except CommandError as outdated:
        pytest.fail(str(outdated))
