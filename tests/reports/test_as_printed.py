"""A report keeps its figures; a later day that differs says by which facts."""

import hashlib
import json

import pytest

pytestmark = pytest.mark.django_db


def test_the_hash_is_that_of_the_canonical_json(of_snv):
    text = json.dumps(of_snv["figures"], sort_keys=True, ensure_ascii=False, separators=(",", ":"))
    assert of_snv["sha256"] == hashlib.sha256(text.encode()).hexdigest()


def test_a_report_compared_at_once_is_the_same(of_snv, client_as, coordinator):
    told = client_as(coordinator).get(f"{of_snv['url']}/comparison").json()
    assert told["intact"]
    assert told["same"]
    assert told["differences"] == told["facts"] == []


def verified(client, on):
    finding = client.get("/api/v1/findings?agency=SNV&grade=minor").json()["results"][0]
    answer = client.post(
        f"{finding['url']}/verify",
        {"verified_on": on, "verified_by": "QUACERT"},
        headers={"If-Match": f'"{finding["row_version"]}"'},
    )
    assert answer.status_code == 200, answer.content


@pytest.mark.usefixtures("emptied")
def test_a_fact_recorded_later_is_named_with_the_figure_it_changes(of_snv, client_as, coordinator):
    client = client_as(coordinator)
    verified(client, "2010-02-02")
    told = client.get(f"{of_snv['url']}/comparison").json()
    assert not told["same"]
    changed = {row["figure"]: (row["printed"], row["now"]) for row in told["differences"]}
    assert changed["findings/unverified"] == (6, 5)
    (fact,) = told["facts"]
    assert fact["verb"] == "finding.verify"
    assert fact["object"].startswith("findingstep:")
    assert (fact["counts_on"], fact["by"]) == ("2010-02-02", "coordinator")


def test_a_fact_of_a_later_day_is_no_difference(of_snv, client_as, coordinator):
    client = client_as(coordinator)
    verified(client, "2010-03-01")
    told = client.get(f"{of_snv['url']}/comparison").json()
    assert told["same"]
    assert told["facts"] == []


@pytest.mark.usefixtures("emptied")
def test_a_fact_taken_out_is_named_too(of_snv, client_as, coordinator):
    client = client_as(coordinator)
    training = client.get("/api/v1/trainings?agency=SNV").json()["results"][0]
    answer = client.post(
        f"{training['url']}/void",
        {"reason": "ghi nhầm"},
        headers={"If-Match": f'"{training["row_version"]}"'},
    )
    assert answer.status_code == 200, answer.content
    told = client.get(f"{of_snv['url']}/comparison").json()
    (fact,) = told["facts"]
    assert (fact["operation"], fact["reason"]) == ("delete", "ghi nhầm")
    (gone,) = [row for row in told["differences"] if row["figure"].startswith("documents/training")]
    assert gone["now"] is None


def test_figures_changed_behind_the_back_are_noticed(of_snv, client_as, coordinator):
    from reports.models import Report

    report = Report.objects.get(pk=of_snv["id"])
    report.figures["title"] = "Khác"
    report.save()
    assert not client_as(coordinator).get(f"{of_snv['url']}/comparison").json()["intact"]


def test_a_paper_report_is_what_the_next_one_is_compared_with(
    so_noi_vu, client_as, coordinator, province
):
    groups = [{"kind": "so", "total": 16, "approved": 2, "documented": 2, "declared": 0,
               "certified": 3}]  # fmt: skip
    period = {"from": "2008-12-15", "to": "2009-12-14", "label": "năm 2009"}
    told = {"day": "2009-12-14", "period": period, "number": "12/BC-UBND", "groups": groups}
    paper = client_as(coordinator).post("/api/v1/reports/printed", told)
    assert paper.status_code == 201, paper.content
    assert paper.json()["printed"]
    report = client_as(coordinator).get(province()["url"]).json()
    (annex,) = [one for one in report["figures"]["annexes"] if one["code"] == "PL1"]
    assert annex["rows"][0]["change"] == -3
    assert annex["rows"][-1]["change"] == -3
    assert report["figures"]["before"]["day"] == "2009-12-14"


def test_a_part_larger_than_the_whole_is_refused(client_as, coordinator):
    groups = [{"kind": "so", "total": 1, "approved": 2, "documented": 0, "declared": 0,
               "certified": 0}]  # fmt: skip
    period = {"from": "2008-12-15", "to": "2009-12-14", "label": "năm 2009"}
    answer = client_as(coordinator).post(
        "/api/v1/reports/printed", {"day": "2009-12-14", "period": period, "groups": groups}
    )
    assert answer.status_code == 400
    assert [e["pointer"] for e in answer.json()["errors"]] == ["/groups/0/approved"]
