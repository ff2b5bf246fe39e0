"""Any scalar of a row orders its list; anything else is refused by name."""

import pytest

from tests.contract.routes import routes

pytestmark = pytest.mark.django_db
# Counted or judged for the rows of one page only: no column could order by them.
ONLY_SHOWN = {
    ("plans", "rounds"), ("plans", "opinions_open"), ("appraisals", "opinions_open"),
    ("decisions", "original"), ("rollouts", "as_of"), ("certificates", "state"),
    ("declarations", "state"), ("exemptions", "state"), ("comments", "object"),
    ("evidence", "inline"), ("evidence", "replaced_by"), ("evidence", "file"),
    ("certificates", "void_on"), ("submissions", "signed_original"), ("reports", "period"),
}  # fmt: skip
LISTS = sorted(
    {r.template for r in routes() if r.method == "get" and not r.on_record
     and hasattr(r.view, "orderable")} | {"rollouts", "progress/agencies"}
)  # fmt: skip


def asked(client, name, **params):
    return client.get(f"/api/v1/{name}", {"limit": 1, **params})


def test_every_scalar_of_a_row_orders_its_list(world):
    client, ordered, refused = world.client("coordinator"), 0, set()
    for name in LISTS:
        rows = asked(client, name).json()["results"]
        for field, value in rows[0].items() if rows else ():
            if isinstance(value, list | dict):
                continue
            answer = asked(client, name, ordering=f"-{field}")
            if answer.status_code == 200:
                assert len(answer.json()["results"]) == len(rows)
                ordered += 1
            else:
                refused.add((name, field))
    assert refused <= ONLY_SHOWN
    assert ordered > 150


@pytest.mark.parametrize("name", LISTS)
def test_an_unknown_order_is_refused_by_name(world, name):
    answer = world.client("coordinator").get(f"/api/v1/{name}", {"ordering": "no_such"})
    assert answer.status_code == 400
    assert answer.json()["errors"][0]["pointer"] == "/ordering"
