"""Case files through the address and the command: all or nothing, every fault with its place."""

import json
from io import StringIO

import pytest
from django.core.files.uploadedfile import SimpleUploadedFile
from django.core.management import CommandError, call_command

from imports.models import Import
from plans.models import Decision, OfficialDocument, Plan, Rollout

pytestmark = pytest.mark.django_db
ADDRESS = "/api/v1/imports"
UBND = "UBND tỉnh Quảng Ninh"
DECISION = {"number": "77/QĐ-UBND", "signed_on": "2008-04-01", "issuer": UBND}


def a_case(code="STP", **blocks):
    return {
        "agency": {"code": code},
        "source": {"title": "Báo cáo", "published_at": "2012-05-05T08:00:00+07:00"},
        "rollout": {"track": "state_certificate", "edition": "2000"},
        "plan": {"kind": "de_an", "title": "Đề án", "completed_on": "2007-07-06"},
        **blocks,
    }


@pytest.fixture
def client(client_as, coordinator):
    return client_as(coordinator)


def codes(answer):
    return {blocker["code"] for blocker in answer.json()["blockers"]}


def places(answer):
    return {error["pointer"]: error["code"] for error in answer.json()["errors"]}


def nothing_loaded():
    return not (Rollout.objects.exists() or Import.objects.exists() or Plan.objects.exists())


def test_a_case_is_loaded_and_told(client):
    answer = client.post(ADDRESS, a_case(decision=DECISION))
    assert answer.status_code == 201, answer.content
    told = answer.json()
    rollout = Rollout.objects.get()
    assert told["id"] == Import.objects.get().pk
    assert told["rollouts"] == [rollout.pk]
    assert told["counts"] == {"rollouts": 1, "plans": 1, "decisions": 1}
    assert isinstance(told["flags"], list)
    assert client.get(f"{ADDRESS}/{told['id']}").json()["rollouts"] == [rollout.pk]


def test_what_is_loaded_by_the_address_is_not_marked_real(client):
    client.post(ADDRESS, a_case())
    assert not Rollout.objects.get().real
    assert not Plan.objects.get().real


def test_a_dry_run_saves_nothing_and_says_what_it_would(client):
    answer = client.post(f"{ADDRESS}?dry_run=true", a_case(decision=DECISION))
    assert answer.status_code == 200, answer.content
    told = answer.json()
    assert (told["id"], told["rollouts"]) == (None, [])
    assert told["counts"] == {"rollouts": 1, "plans": 1, "decisions": 1}
    assert nothing_loaded()


def test_a_dry_run_tells_the_same_reasons(client):
    days = {"started_on": "2008-01-01", "completed_on": "2007-01-01"}
    wrong = a_case(plan={"title": "Đề án", **days})
    for address in (ADDRESS, f"{ADDRESS}?dry_run=true"):
        answer = client.post(address, wrong)
        assert answer.status_code == 409
        assert "plan.completed_before_started" in codes(answer)
    assert nothing_loaded()


def test_only_the_command_may_mark_a_case_as_real(client):
    case = a_case()
    case["source"]["real"] = True
    answer = client.post(ADDRESS, case)
    assert answer.status_code == 409
    assert codes(answer) == {"import.real_by_command_only"}
    assert nothing_loaded()


@pytest.mark.parametrize("role", ["officer", "head", "council", "administrator"])
def test_only_the_coordinator_imports(client_as, role):
    from accounts.models import User
    from agencies.models import Agency

    home = Agency.objects.get(code="SNV-2025") if role in ("officer", "head") else None
    user = User.objects.create(username=f"import.{role}", role=role, agency=home)
    for address in (ADDRESS, f"{ADDRESS}?dry_run=true"):
        assert client_as(user).post(address, a_case()).status_code == 403
    assert nothing_loaded()


UNKNOWN = [
    (a_case(khong_co=1), "/khong_co", "key.unknown"),
    (a_case(plan={"titel": "x"}), "/plan/titel", "key.unknown"),
    (a_case(documents={"items": [{"code": "A", "kind": "QT-TN", "x": 1}]}),
     "/documents/items/0/x", "key.unknown"),
    (a_case(external_audits=[{"type": "stage2", "findings": [{"grade": "minor", "x": 1}]}]),
     "/external_audits/0/findings/0/x", "key.unknown"),
    (a_case("KHONG-CO"), "/agency/code", "case.unknown_agency"),
    (a_case(rollout={"edition": "1994"}), "/rollout/edition", "case.unknown_edition"),
    (a_case(certificates=[{"number": "1", "edition": "1994"}]),
     "/certificates/0/edition", "case.unknown_edition"),
    (a_case(directives=[{**DECISION, "orders_transition": ["2000", "2009"]}]),
     "/directives/0/orders_transition/1", "case.unknown_edition"),
    (a_case(documents={"by_kind": {"QT-XX": 3}}), "/documents/by_kind/QT-XX", "case.unknown_kind"),
    (a_case(documents={"items": [{"code": "A", "kind": "QT-XX"}]}),
     "/documents/items/0/kind", "case.unknown_kind"),
    (a_case(rollout={"track": "khac"}), "/rollout/track", "invalid_choice"),
    (a_case(plan={"completed_on": "06/07/2007"}), "/plan/completed_on", "day.malformed"),
    (a_case(decision={**DECISION, "number": "77/ QĐ-UBND"}),
     "/decision/number", "official_number.malformed"),
    ({k: v for k, v in a_case().items() if k != "agency"}, "/agency", "required"),
]  # fmt: skip


@pytest.mark.parametrize(("case", "place", "code"), UNKNOWN, ids=[p for _, p, _ in UNKNOWN])
def test_what_is_unknown_or_malformed_is_named_with_its_place(client, case, place, code):
    answer = client.post(ADDRESS, case)
    assert answer.status_code == 400, answer.content
    assert places(answer) == {place: code}
    assert nothing_loaded()


def test_in_a_list_the_place_begins_with_the_number_of_the_case(client):
    answer = client.post(ADDRESS, json.loads(json.dumps([a_case("STP"), a_case("KHONG-CO")])))
    assert places(answer) == {"/1/agency/code": "case.unknown_agency"}


@pytest.mark.parametrize("body", [[], [1], "x", 7, None, [[]], [None]])
def test_what_is_no_case_is_refused(client, body):
    answer = client.generic("POST", ADDRESS, json.dumps(body), "application/json")
    assert answer.status_code == 400
    assert answer["Content-Type"] == "application/problem+json"
    assert nothing_loaded()


def test_a_list_of_cases_is_one_act(client):
    answer = client.post(ADDRESS, [a_case("STP"), a_case("SYT")])
    assert answer.status_code == 201, answer.content
    assert len(answer.json()["rollouts"]) == 2
    event = Rollout.pgh_event_model
    assert len(set(event.objects.values_list("pgh_context", flat=True))) == 1


def test_one_wrong_case_of_a_list_loads_none(client):
    wrong = a_case("SYT", plan={"title": "x", "completed_on": "2999-01-01"})
    answer = client.post(ADDRESS, [a_case("STP"), wrong])
    assert answer.status_code == 409
    (blocker,) = answer.json()["blockers"]
    assert (blocker["code"], blocker["pointer"]) == ("day.in_future", "/1/plan/completed_on")
    assert nothing_loaded()


def test_every_reason_of_every_block_is_told(client):
    answer = client.post(ADDRESS, a_case(
        plan={"title": "x", "completed_on": "2999-01-01"},
        internal_audits=[{"from": "2010-02-02", "to": "2010-01-01"}],
    ))  # fmt: skip
    pointers = {blocker["pointer"].rpartition("/")[0] for blocker in answer.json()["blockers"]}
    assert {"/plan", "/internal_audits/0"} <= pointers
    assert nothing_loaded()


def test_a_decision_named_by_two_cases_is_one_document(client):
    client.post(ADDRESS, a_case("STP", decision=DECISION))
    answer = client.post(ADDRESS, a_case("SYT", decision=DECISION))
    assert answer.status_code == 201, answer.content
    assert OfficialDocument.objects.count() == 1
    assert Decision.objects.get().rollouts.count() == 2


def test_the_same_document_with_another_day_differs(client):
    client.post(ADDRESS, a_case("STP", decision=DECISION))
    answer = client.post(ADDRESS, a_case("SYT", decision={**DECISION, "signed_on": "2008-04-02"}))
    assert answer.status_code == 409
    (blocker,) = answer.json()["blockers"]
    assert blocker["code"] == "official_document.differs"
    assert blocker["pointer"] == "/decision/signed_on"
    assert Rollout.objects.count() == 1


def test_the_same_number_of_another_year_is_another_document(client):
    client.post(ADDRESS, a_case("STP", decision=DECISION))
    client.post(ADDRESS, a_case("SYT", decision={**DECISION, "signed_on": "2009-04-02"}))
    assert OfficialDocument.objects.count() == 2


def test_a_month_agrees_with_a_day_in_it(client):
    client.post(ADDRESS, a_case("STP", decision=DECISION))
    month = {**DECISION, "signed_on": {"date": "2008-04-01", "precision": "month"}}
    assert client.post(ADDRESS, a_case("SYT", decision=month)).status_code == 201
    assert OfficialDocument.objects.count() == 1


def test_the_same_rollout_twice_exists_already(client):
    client.post(ADDRESS, a_case())
    answer = client.post(ADDRESS, a_case())
    assert answer.status_code == 409
    assert codes(answer) == {"rollout.exists"}
    assert Rollout.objects.count() == 1


def test_another_cycle_is_another_rollout(client):
    client.post(ADDRESS, a_case())
    again = a_case(rollout={"track": "state_certificate", "edition": "2000", "cycle": 2})
    assert client.post(ADDRESS, again).status_code == 201


def test_null_or_absent_is_a_flag_and_never_an_error(client):
    answer = client.post(ADDRESS, {
        "agency": {"code": "STP"}, "source": None, "rollout": None,
        "plan": {"title": None, "completed_on": None}, "submission": None,
        "appraisal": {"met_on": None, "result": "passed"}, "documents": None,
        "internal_audits": [{"from": None, "to": None}], "external_audits": [],
        "decision": {"number": None, "signed_on": None, "issuer": UBND},
    })  # fmt: skip
    assert answer.status_code == 201, answer.content
    assert "missing_date" in answer.json()["flags"]


def test_counted_documents_are_placeholders_and_say_so(client):
    answer = client.post(ADDRESS, a_case(
        documents={"as_of": "2010-02-03", "by_kind": {"QT-TN": 22, "QT-HT": 0}}))  # fmt: skip
    assert answer.json()["counts"]["documents"] == 22
    assert "missing_list" in answer.json()["flags"]


def test_a_list_that_contradicts_its_counts_says_so(client):
    answer = client.post(ADDRESS, a_case(documents={
        "by_kind": {"QT-TN": 2}, "items": [{"code": "QT-01", "kind": "QT-TN"}]}))  # fmt: skip
    assert answer.status_code == 201
    assert "count_mismatch" in answer.json()["flags"]


def test_a_finding_with_a_count_makes_that_many(client):
    answer = client.post(ADDRESS, a_case(external_audits=[{
        "body": "QUACERT", "type": "stage2", "from": "2009-12-31",
        "findings": [{"grade": "minor", "count": 6}, {"grade": "observation", "count": 7}],
    }]))  # fmt: skip
    assert answer.json()["counts"]["findings"] == 13


VOID = {"number": "HT 1", "issuer": "QUACERT", "edition": "2000", "issued_on": "2011-01-01"}


def test_what_broke_a_rule_of_its_day_is_refused_unless_a_reason_is_given(client):
    answer = client.post(ADDRESS, a_case(certificates=[VOID]))
    assert (answer.status_code, codes(answer)) == (409, {"certificate.edition_void"})
    why = "cấp theo danh sách của tổ chức chứng nhận"
    answer = client.post(ADDRESS, a_case(certificates=[{**VOID, "irregular": why}]))
    assert answer.status_code == 201, answer.content
    (row,) = client.get("/api/v1/certificates").json()["results"]
    assert row["irregular"] == why
    (rollout,) = client.get("/api/v1/rollouts", {"agency": "STP"}).json()["results"]
    assert "irregular" in rollout["flags"]


def test_a_reason_lifts_no_rule_of_logic(client):
    plan = {"title": "x", "started_on": "2008-01-01", "completed_on": "2007-01-01",
            "irregular": "vẫn ghi"}  # fmt: skip
    assert client.post(ADDRESS, a_case(plan=plan)).status_code == 409


def test_a_case_comes_as_a_file_too(client):
    text = json.dumps(a_case(), ensure_ascii=False).encode()
    answer = client.post(
        ADDRESS, {"file": SimpleUploadedFile("stp.json", text, "application/json")},
        format="multipart",
    )  # fmt: skip
    assert answer.status_code == 201, answer.content
    assert Rollout.objects.count() == 1


@pytest.mark.parametrize(
    ("upload", "status"),
    [({}, 400), ({"tep": b"{}"}, 400), ({"file": b"{nope"}, 400), ({"file": b""}, 400),
     ({"file": b"\xff\xfe"}, 400), ({"file": b'[{"agency": {"code": "X"}}]'}, 400)],
)  # fmt: skip
def test_a_file_that_cannot_be_read_is_refused(client, upload, status):
    files = {name: SimpleUploadedFile("x.json", text) for name, text in upload.items()}
    answer = client.post(ADDRESS, files, format="multipart")
    assert (answer.status_code, answer["Content-Type"]) == (status, "application/problem+json")
    assert nothing_loaded()


def test_a_file_of_more_than_20_mb_is_refused(client):
    large = b'{"agency": {"code": "' + b"A" * (20 * 1024 * 1024 + 1) + b'"}}'
    answer = client.post(ADDRESS, {"file": SimpleUploadedFile("x.json", large)}, format="multipart")
    assert (answer.status_code, answer.json()["code"]) == (413, "request.too_large")


def test_a_repeated_import_is_answered_from_the_first(client):
    key = {"Idempotency-Key": "nhap-1"}
    first = client.post(ADDRESS, a_case(), headers=key)
    again = client.post(ADDRESS, a_case(), headers=key)
    assert first.content == again.content
    assert again["Idempotent-Replayed"] == "true"
    assert Import.objects.count() == 1


# The command.


@pytest.fixture
def file(tmp_path):
    def writing(case):
        path = tmp_path / "case.json"
        path.write_text(case if isinstance(case, str) else json.dumps(case), "utf-8")
        return path

    return writing


def command(path, **options):
    out = StringIO()
    call_command("import_case", path, stdout=out, **options)
    return json.loads(out.getvalue())


def test_the_command_loads_a_case_and_may_mark_it_real(file):
    case = a_case(decision=DECISION)
    case["source"]["real"] = True
    told = command(file(case))
    assert told["counts"] == {"rollouts": 1, "plans": 1, "decisions": 1}
    assert told["rollouts"] == [Rollout.objects.get().pk]
    assert Plan.objects.get().real
    assert Plan.objects.get().reported_by.isoformat() == "2012-05-05"


def test_the_command_s_dry_run_saves_nothing(file):
    assert command(file(a_case()), dry_run=True)["id"] is None
    assert nothing_loaded()


@pytest.mark.parametrize(
    ("case", "says"),
    [
        (a_case("KHONG-CO"), "/agency/code"),
        (a_case(plan={"completed_on": "2999-01-01"}), "/plan/completed_on day.in_future"),
        ("{nope", "not JSON"),
        (a_case(khong_co=1), "khong_co"),
    ],
)
def test_the_command_says_what_is_wrong_and_loads_nothing(file, case, says):
    with pytest.raises(CommandError) as refusal:
        command(file(case))
    assert says in str(refusal.value)
    assert nothing_loaded()


def test_the_command_names_a_file_that_is_not_there():
    with pytest.raises(CommandError, match="khong-co"):
        command("khong-co.json")
