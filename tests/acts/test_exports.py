"""Every list exports exactly the rows that it shows, all of them, harmless to open."""

import csv
import io
from datetime import date, datetime

import pytest
from openpyxl import load_workbook

from core.columns import heading
from core.days import HOME
from tests.contract.asking import key_of_read
from tests.contract.doing import PARAMETERS, key_of
from tests.contract.routes import routes
from tests.contract.world import OWN, World, undone

HOME_OF = {"progress/agencies": "progress-agencies", "progress/deadlines": "progress-deadlines"}


@pytest.fixture(scope="module")
def standing_world(django_db_setup, django_db_blocker):
    """A world with one list of more rows than a page may have."""
    with django_db_blocker.unblock(), undone():
        world = World()
        fill(world)
        yield world


@pytest.fixture
def world(standing_world, db):
    return standing_world


def fill(world):
    from accounts.models import User
    from acts.gate import acting
    from core.provenance import by_hand
    from documents.records import put_documents
    from plans.models import Rollout

    system = User.objects.system()
    rollout = Rollout.objects.get(pk=world.own.rollouts["planned"])
    items = [
        {
            "code": f"QT-{n:04d}",
            "kind": "QT-TN",
            "title": f"Quy trình {n}",
            "listed_on": date(2020, 1, 1),
        }
        for n in range(650)
    ]
    items[0] |= {
        "title": '=HYPERLINK("http://x")',
        "unit": "+84 203",
        "field": "@SUM(A1)",
        "note": "-2+3",
    }
    items[1] |= {"title": "\t=1", "unit": "\r=1", "note": "bình thường"}
    Rollout.objects.update(real=True)
    with acting("document.list", by=system, on=rollout.root()):
        put_documents(rollout, items, told=by_hand(system.pk))


def lists():
    return [r for r in routes() if r.method == "get" and r.name != "GET schema"]


def address(world, route):
    key = key_of_read(route, world) if route.on_record else ""
    more = {"documents": "?current=all", **PARAMETERS}
    return route.address(key) + more.get(route.template, "")


def all_rows(client, url):
    """The rows of a list page by page, as a screen reads them; None if it is no list."""
    join = "&" if "?" in url else "?"
    found, offset = [], 0
    while True:
        answer = client.get(f"{url}{join}limit=500&offset={offset}")
        if answer.status_code == 400:
            return None
        body = answer.json()
        if not isinstance(body, dict) or "results" not in body:
            return None
        found += body["results"]
        offset += 500
        if offset >= body["count"]:
            return found


def content(answer):
    return b"".join(answer.streaming_content) if answer.streaming else answer.content


def table(answer):
    """Headings and rows of an exported workbook, below its titles."""
    book = load_workbook(io.BytesIO(content(answer)))
    sheet = book.active
    head = int(sheet.freeze_panes[1:]) - 1
    lines = list(sheet.iter_rows(min_row=head, values_only=True))
    return [text for text in lines[0] if text] if lines else [], lines[1:]


def plain(value):
    """What a value of JSON looks like in a cell, said once more and independently."""
    if isinstance(value, bool):
        return "có" if value else "không"
    if value == "" or value is None:
        return None
    return value


def expected(part, row, before=""):
    """Heading → the values that may stand below it, from a row as it travels."""
    from core.columns import column, labels_of

    cells = {}
    for name, value in row.items():
        path = before + name
        entry = column(part, path)
        if (
            name.endswith("_precision")
            or name in ("url", "sort_key")
            or value in (None, "", [], {})
        ):
            continue
        if isinstance(value, dict):
            if not entry.get("whole"):
                cells |= expected(part, value, f"{path}.")
            continue
        if isinstance(value, list):
            continue
        if entry.get("codes"):
            value = labels_of(entry["codes"]).get(value, value)
        precision = row.get(f"{name}_precision")
        if precision in ("month", "year"):
            value = value[:4] if precision == "year" else f"{value[5:7]}/{value[:4]}"
        cells[heading(part, path)] = value
    return cells


def same(wanted, cell):
    if isinstance(cell, datetime) and isinstance(wanted, str):
        if cell.time() == datetime.min.time() and len(wanted) == 10:
            return cell.date().isoformat() == wanted
        return abs((datetime.fromisoformat(wanted) - cell.replace(tzinfo=HOME)).total_seconds()) < 1
    if isinstance(wanted, str) and wanted.lstrip()[:1] in "=+-@":
        return str(cell).lstrip("'").strip() == wanted.strip() and str(cell).startswith("'")
    return plain(wanted) == cell or str(wanted) == str(cell)


def test_every_list_exports_the_rows_of_the_screen(world):
    client, wrong, counted = world.client("coordinator"), [], {}
    from acts.api.exporting import part_of

    for route in lists():
        url = address(world, route)
        rows = all_rows(client, url)
        if rows is None:
            continue
        answer = client.get(url + ("&" if "?" in url else "?") + "format=xlsx")
        if answer.status_code != 200:
            wrong.append(f"{route.name}: {answer.status_code} {content(answer)[:200]!r}")
            continue
        part = part_of(url.partition("?")[0])
        headings, lines = table(answer)
        counted[route.template] = len(lines)
        if len(lines) != len(rows):
            wrong.append(f"{route.name}: {len(lines)} rows instead of {len(rows)}")
        unknown = [text for text in headings if text.isascii() and text.islower()]
        if unknown:
            wrong.append(f"{route.name}: columns without a heading: {unknown}")
        for row, line in zip(rows, lines, strict=False):
            cells = dict(zip(headings, line, strict=False))
            for name, value in expected(part, row).items():
                if name not in cells or not same(value, cells[name]):
                    wrong.append(f"{route.name}: {name} is {cells.get(name)!r}, not {value!r}")
                    break
            else:
                continue
            break
    assert not wrong, "\n".join(wrong[:80])
    assert counted["documents"] > 600
    assert len(counted) > 25, sorted(counted)


def test_filters_order_and_picked_fields_count_for_the_file(world):
    client = world.client("coordinator")
    query = "documents?current=all&kind=QT-TN&ordering=-code&as_of=2024-06-01"
    query += "&fields=code,title,listed_on"
    rows = all_rows(client, f"/api/v1/{query}")
    answer = client.get(f"/api/v1/{query}&limit=10&offset=20&format=xlsx")
    headings, lines = table(answer)
    assert headings == ["Mã tài liệu", "Tên tài liệu", "Ngày vào danh mục"]
    assert [line[0] for line in lines] == [row["code"] for row in rows]
    assert len(rows) > 600
    assert 'filename="danh-muc-tai-lieu_2024-06-01.xlsx"' in answer["Content-Disposition"]


def test_days_are_days_of_excel_in_the_vietnamese_form(world):
    answer = world.client("coordinator").get(
        "/api/v1/documents?current=all&search=QT-0002&format=xlsx"
    )
    sheet = load_workbook(io.BytesIO(content(answer))).active
    head = int(sheet.freeze_panes[1:])
    (cell,) = [
        c
        for c in sheet[head]
        if isinstance(c.value, datetime) and c.column_letter != "Z" and c.value.year == 2020
    ]
    assert cell.number_format == "dd/mm/yyyy"


@pytest.mark.parametrize("kind", ["xlsx", "csv"])
def test_no_cell_is_a_formula(world, kind):
    answer = world.client("coordinator").get(
        f"/api/v1/documents?current=all&search=QT-000&format={kind}"
    )
    raw = content(answer)
    if kind == "xlsx":
        cells = [c for line in load_workbook(io.BytesIO(raw)).active.iter_rows() for c in line]
        assert not [c for c in cells if c.data_type == "f"]
        texts = [c.value for c in cells if isinstance(c.value, str)]
    else:
        texts = [text for line in csv.reader(io.StringIO(raw.decode("utf-8-sig"))) for text in line]
    assert not [text for text in texts if text.startswith(("=", "+", "-", "@", "\t", "\r"))]
    assert '\'=HYPERLINK("http://x")' in texts
    assert "'+84 203" in texts
    assert "bình thường" in texts


def test_csv_is_what_excel_opens_as_utf_8(world):
    answer = world.client("coordinator").get(
        "/api/v1/documents?current=all&search=QT-0001&format=csv"
    )
    raw = content(answer)
    assert raw.startswith(b"\xef\xbb\xbf")
    lines = list(csv.reader(io.StringIO(raw.decode("utf-8-sig"))))
    assert "Mã tài liệu" in lines[0]
    assert "01/01/2020" in lines[1]


def test_an_officer_exports_only_what_they_see(world):
    answer = world.client("officer").get("/api/v1/documents?current=all&format=xlsx")
    headings, lines = table(answer)
    codes = {line[headings.index("Mã cơ quan")] for line in lines}
    assert codes == {OWN}


def test_what_is_no_list_or_no_format_is_refused(world):
    client = world.client("coordinator")
    document = key_of(next(r for r in lists() if r.template == "documents/{pk}"), world.own)
    for url in (
        "documents?format=pdf",
        f"documents/{document}?format=xlsx",
        "progress/summary?format=csv",
    ):
        answer = client.get(f"/api/v1/{url}")
        assert answer.status_code == 400, url
        assert answer["Content-Type"] == "application/problem+json"
    assert client.get("/api/v1/documents?format=xlsx&nothing=1").status_code == 400


def test_a_province_with_illustrations_says_so_in_every_file(world):
    from plans.models import Rollout

    client = world.client("coordinator")
    before = content(client.get("/api/v1/plans?format=csv")).decode("utf-8-sig")
    assert "MINH HỌA" not in before
    with undone():
        Rollout.objects.filter(pk=world.own.rollouts["bare"]).update(real=False)
        after = content(client.get("/api/v1/plans?format=csv")).decode("utf-8-sig")
        book = load_workbook(io.BytesIO(content(client.get("/api/v1/plans?format=xlsx"))))
    assert "MINH HỌA" in after.splitlines()[0]
    assert "MINH HỌA" in book.active["A3"].value


def test_an_empty_list_still_has_its_headings(world):
    answer = world.client("coordinator").get(
        "/api/v1/documents?current=all&search=khongcogi&format=csv"
    )
    lines = list(csv.reader(io.StringIO(content(answer).decode("utf-8-sig"))))
    assert len(lines) == 1
    assert "Tên tài liệu" in lines[0]


def test_the_anonymous_export_nothing(world):
    answer = world.client("anonymous").get("/api/v1/documents?format=xlsx")
    assert answer.status_code == 401
    assert answer["Content-Type"] == "application/problem+json"
