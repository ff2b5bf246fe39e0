"""Every change of the system passes the gate: read from the code itself."""

import ast
import re
from pathlib import Path

import pytest

BACKEND = Path(__file__).resolve().parents[2] / "backend"
# Who may write rows: the acts, what they call, the loaders, and the schema's own steps.
WRITERS = re.compile(
    r"/(actions|records|migrations|management)(/|\.py$)"
    r"|^/acts/|^/benchmarks/writing\.py$|^/feeds/(epochs|calendar)\.py$|^/imports/|^/agencies/register\.py$|^/standards/first_values\.py$"
)
# Sessions are no business facts: signing in and counting wrong passwords and used codes pass no
# gate; the acts that set one-time codes up and take them off do.
DOORS = {
    "/accounts/signing_in.py",
    "/accounts/api/views.py",
    "/accounts/second_factor.py",
    "/accounts/models.py",
}
WRITING = {
    "save",
    "create",
    "bulk_create",
    "get_or_create",
    "update_or_create",
    "bulk_update",
    "delete",
    "update",
    "aupdate",
    "acreate",
    "adelete",
    "asave",
    "raw",
}
# Methods of these names on what is no model: a dict, a set, a counter, a DRF view, a file.
HARMLESS = {
    ("update", "context"),
    ("create", "super()"),
    ("update", "hashlib"),
    ("save", "store()"),
    ("save", "pages[0]"),
    ("save", "book"),
    ("save", "template"),
    ("save", "paper"),
    ("save", "image"),
}


def sources():
    return [
        path
        for path in sorted(BACKEND.rglob("*.py"))
        if not {"__pycache__", ".import_linter_cache"} & set(path.parts)
    ]


def place(path: Path) -> str:
    return "/" + path.relative_to(BACKEND).as_posix()


def actions():
    for path in sorted(BACKEND.glob("*/actions.py")):
        for node in ast.parse(path.read_text("utf-8")).body:
            if isinstance(node, ast.FunctionDef) and not node.name.startswith("_"):
                yield pytest.param(node, id=f"{path.parent.name}.{node.name}")
    path = BACKEND / "acts" / "facts.py"
    for node in ast.parse(path.read_text("utf-8")).body:
        if isinstance(node, ast.FunctionDef) and node.name.endswith("_fact"):
            yield pytest.param(node, id=f"acts.{node.name}")


every_action = pytest.mark.parametrize("act", list(actions()))


def openings(node: ast.AST) -> list[ast.Call]:
    return [
        inner
        for inner in ast.walk(node)
        if isinstance(inner, ast.Call)
        and isinstance(inner.func, ast.Name)
        and inner.func.id == "acting"
    ]


@every_action
def test_every_action_opens_the_gate_exactly_once(act):
    assert len(openings(act)) == 1, f"{act.name} opens `acting` {len(openings(act))} times"


@every_action
def test_every_action_names_its_actor_last(act):
    assert act.args.kwonlyargs, f"{act.name} has no keyword for the actor"
    assert act.args.kwonlyargs[-1].arg == "by", f"{act.name} does not end in `by`"


@every_action
def test_every_action_writes_only_inside_the_gate(act):
    (gate,) = [
        node
        for node in ast.walk(act)
        if isinstance(node, ast.With) and any(openings(item) for item in node.items)
    ]
    inside = set(ast.walk(gate))
    outside = [call for call in writes_in(act) if call not in inside]
    records = [
        node
        for node in ast.walk(act)
        if isinstance(node, ast.Attribute)
        and isinstance(node.value, ast.Name)
        and node.value.id == "records"
        and node not in inside
    ]
    assert not [*outside, *records], f"{act.name} writes before or after the gate"


def writes_in(tree: ast.AST) -> list[ast.Call]:
    """Calls that look like writing a row: x.save(), X.objects.create(), rows.update(…)."""
    return [
        node
        for node in ast.walk(tree)
        if isinstance(node, ast.Call)
        and isinstance(node.func, ast.Attribute)
        and node.func.attr in WRITING
        and not on_no_model(node.func)
    ]


def on_no_model(call: ast.Attribute) -> bool:
    """A set or dict that is updated, a view's own method: no row is written."""
    base = ast.unparse(call.value)
    if (call.attr, base) in HARMLESS:
        return True
    names_rows = re.search(r"objects|_default_manager|rows|record|fact|queryset", base)
    return call.attr == "update" and not names_rows


@pytest.mark.parametrize(
    "path", [p for p in sources() if not WRITERS.search(place(p))], ids=lambda p: place(p)
)
def test_nothing_outside_of_acts_and_records_writes_rows(path):
    if place(path) in DOORS:
        pytest.skip("sessions pass no gate")
    found = [f"line {c.lineno}: {ast.unparse(c)[:60]}" for c in writes_in(parsed(path))]
    assert not found, found


def parsed(path: Path) -> ast.Module:
    return ast.parse(path.read_text("utf-8"))


RAW = re.compile(r"\b(INSERT\s+INTO|UPDATE\s+\w+\s+SET|DELETE\s+FROM|TRUNCATE)\b", re.I)


def test_raw_sql_writes_only_the_kept_answers():
    found = {
        place(path)
        for path in sources()
        if "/migrations/" not in place(path)
        for node in ast.walk(parsed(path))
        if isinstance(node, ast.Constant) and isinstance(node.value, str) and RAW.search(node.value)
    }
    assert found <= {"/acts/gate.py"}, found


def test_only_the_gate_and_the_throttle_open_transactions():
    found = {
        place(path)
        for path in sources()
        if re.search(r"\btransaction\.atomic\b|\bselect_for_update\b", path.read_text("utf-8"))
    }
    inside_an_act = {
        "/plans/actions.py",
        "/agencies/actions.py",
        "/agencies/register.py",
        "/imports/case.py",
        "/imports/workbooks/kinds/one_by_one.py",
    }
    # The order of the feed's changes: no facts, and no act of anybody.
    of_the_feed = {"/feeds/calendar.py", "/feeds/epochs.py"}
    allowed = {"/acts/gate.py", "/standards/first_values.py"} | inside_an_act | of_the_feed
    assert found <= allowed, found


def test_an_act_inside_an_act_is_refused(db, coordinator):
    from acts.gate import acting
    from agencies.models import Agency

    one = Agency.objects.filter(code="SNV")
    with (
        acting("agency.rename", by=coordinator, on=one),
        pytest.raises(RuntimeError),
        acting("agency.alias", by=coordinator, on=one),
    ):
        pass


def test_an_act_on_a_record_that_is_gone_is_not_found(db, coordinator):
    from acts.gate import acting
    from agencies.models import Agency
    from core.problems import Problem

    with (
        pytest.raises(Problem) as caught,
        acting("agency.rename", by=coordinator, on=Agency.objects.filter(pk=0)),
    ):
        raise AssertionError("nothing may run without its row")
    assert caught.value.status == 404


def test_an_act_of_somebody_who_may_not_does_nothing(db, council):
    from django.core.exceptions import PermissionDenied

    from acts.gate import acting
    from agencies.models import Agency

    with (
        pytest.raises(PermissionDenied),
        acting("agency.rename", by=council, on=Agency.objects.filter(code="SNV")),
    ):
        raise AssertionError("nothing may run without the right")


def test_an_act_that_is_not_kept_leaves_nothing_and_its_caller_goes_on(db, coordinator):
    from acts.gate import NotKept, acting
    from agencies.models import Agency

    one = Agency.objects.filter(code="SNV")
    with acting("agency.rename", by=coordinator, on=one) as locked:
        locked.confidence = "thử"
        locked.save()
        raise NotKept
    assert one.get().confidence != "thử"
    with acting("agency.rename", by=coordinator, on=one):
        pass


def test_no_permission_stands_without_its_act():
    from acts.permissions import MAY

    used = set()
    for path in sources():
        for node in ast.walk(parsed(path)):
            if isinstance(node, ast.Constant) and isinstance(node.value, str):
                if node.value in MAY:
                    used.add((node.value, place(path)))
    opened = {verb for verb, where in used if where != "/acts/permissions.py"}
    waiting = {"submission.receive"}
    assert set(MAY) - opened <= waiting, sorted(set(MAY) - opened - waiting)


def test_every_verb_that_is_opened_is_known():
    from acts.permissions import MAY

    for path in sources():
        for call in openings(parsed(path)):
            first = call.args[0]
            if isinstance(first, ast.Constant):
                assert first.value in MAY, f"{place(path)}: {first.value}"
