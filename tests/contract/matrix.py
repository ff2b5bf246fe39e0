"""The matrix role × verb × address as a page that people read, made of what the tests tried.

What a cell should be comes from `MAY`; what it is, from the answer. Each run of a role leaves its
cells as JSON; whoever comes last writes the page of them all.
"""

import json
import os
from pathlib import Path
from typing import NamedTuple

from tests.contract.world import ROLES

PAGE = "permission-matrix.md"
HEAD = """# Role × act × address, as tried

Written by `tests/contract/test_permissions.py`: `201` was expected from the table of permissions
and answered; `403 ✗ 201` was answered where the table says 201. 409 is a rule about the record or
the person, which the role does not get round. `other` is another agency's record.

{count} cells, {wrong} of them unexpected.

| act | address | agency | {roles} |
| --- | --- | --- |{lines}
"""


class Cell(NamedTuple):
    """One trial: who, which act, on which address, of whose agency, what should come, what came."""

    role: str
    verb: str
    route: str
    place: str
    expected: list[int]
    answered: int
    fits: bool


def folder(tmp_path_factory) -> Path:
    """Where the outputs of the run go: TEST_OUTPUTS, else pytest's own folder for all workers."""
    base = tmp_path_factory.getbasetemp()
    shared = base.parent if os.environ.get("PYTEST_XDIST_WORKER") else base
    place = Path(os.environ.get("TEST_OUTPUTS") or shared)
    place.mkdir(parents=True, exist_ok=True)
    return place


def keep(place: Path, name: str, cells: list[Cell]) -> Path:
    """Keep the cells of one run and write the page anew; returns the page."""
    (place / f"cells-{name}.json").write_text(json.dumps(cells), "utf-8")
    known = [
        Cell(*row)
        for path in sorted(place.glob("cells-*.json"))
        for row in json.loads(path.read_text("utf-8"))
    ]
    page = place / PAGE
    page.write_text(page_of(known), "utf-8")
    return page


def page_of(cells: list[Cell]) -> str:
    """The table: one line for each act on an address, one column for each role."""
    lines: dict[tuple[str, str, str], dict[str, str]] = {}
    for cell in cells:
        said = str(cell.answered)
        if not cell.fits:
            said += f" ✗ {'/'.join(map(str, cell.expected))}"
        lines.setdefault((cell.verb, cell.route, cell.place), {})[cell.role] = said
    rows = [
        f"| `{verb}` | `{route}` | {place} | "
        + " | ".join(by_role.get(role, "") for role in ROLES)
        + " |"
        for (verb, route, place), by_role in sorted(lines.items())
    ]
    head = HEAD.format(
        count=len(cells),
        wrong=sum(not cell.fits for cell in cells),
        roles=" | ".join(ROLES),
        lines=" --- |" * len(ROLES),
    )
    return head + "\n".join(rows) + "\n"
