"""The agency whose buttons are looked at: rollouts on which nothing, or something, is missing.

A management board, which is outside the scope of the programme: no figure of the province moves.
"""

from tests.browser.hands import ago

HOME = "BQLKKT"
SOURCE = {"title": "Hồ sơ thử các nút", "published_at": "2013-12-01T08:00:00+07:00"}
EXTRA = {**SOURCE, "title": "Hồ sơ nạp nhầm"}
PLAN = {
    "kind": "ke_hoach",
    "title": "Kế hoạch áp dụng",
    "completed_on": "2012-01-05",
    "scope": "Mọi thủ tục",
    "owner_position": "Trưởng ban",
}
SENT = {"number": "01/TTr-BQL", "sent_on": "2012-02-01"}
DONE = {"completed_on": "2012-06-20", "due_on": "2012-08-01"}


def finding(code, grade="minor", clause="8.3", **more):
    return {"code": code, "grade": grade, "clause": clause, **more}


def audited(stage, day, *findings):
    audit = {"body": "QUACERT", "type": stage, "edition": "2008", "from": day, "to": day}
    return {**audit, "findings": list(findings)}


def stage2(*findings):
    return {"external_audits": [audited("stage2", "2012-05-05", *findings)]}


FINDINGS = [
    finding("NC-01", "major", clause=None),
    finding("NC-02"),
    finding("NC-03", **DONE),
    finding("NC-04", **DONE, verified_on="2012-07-01"),
    finding("NC-05", **DONE, verified_on="2012-07-01"),
    finding("NC-06", due_on="2012-08-01"),
    finding("NC-07", "major"),
    finding("NC-08", **DONE),
    finding("LY-01", "observation", disposition="done"),
    finding("LY-02", "observation"),
]
ITEMS = [
    {"code": "QT-01", "title": "Quy trình", "kind": "QT-TN", "listed_on": "2015-12-01"},
    {
        "code": "QT-02",
        "title": "Quy trình cũ",
        "kind": "QT-TN",
        "listed_on": "2015-12-01",
        "withdrawn_on": "2016-03-01",
    },
    {
        "code": "QT-03",
        "title": "Quy trình mới",
        "kind": "QT-TN",
        "listed_on": "2015-12-01",
        "drafted_on": "2016-01-04",
    },
    {
        "code": "QT-04",
        "title": "Quy trình chờ ban hành",
        "kind": "QT-TN",
        "listed_on": "2015-12-01",
        "approved_on": "2016-03-01",
    },
]
# The first of them again, as a table that is loaded and left out.
TABLE = """Ký hiệu,Tên tài liệu,Loại tài liệu,Hình thức
QT-01,Quy trình,quy trình tác nghiệp,Công bố (QĐ 19/2014)
"""
ENDED = {
    "number": "HT-BQL",
    "issuer": "QUACERT",
    "edition": "2008",
    "scope": "Mọi thủ tục",
    "issued_on": "2012-06-01",
    "valid_to": "2013-05-31",
}
BLOCKS = {
    "bare": {"application": {"state": "being_prepared"}},
    "sent": {"plan": PLAN, "submission": SENT},
    "back": {"plan": PLAN, "submission": SENT},
    "again": {"plan": PLAN, "submission": SENT},
    "late": {"plan": PLAN, "submission": SENT},
    "paper": {"plan": PLAN},
    "passed": {
        "plan": PLAN,
        "submission": SENT,
        "appraisal": {"met_on": "2012-03-01", "result": "passed", "opinions": ["Nêu rõ phạm vi"]},
        "decision": {
            "number": "7711/QĐ-UBND",
            "signed_on": "2012-04-01",
            "issuer": "UBND tỉnh Quảng Ninh",
        },
    },
    "found": {**stage2(*FINDINGS), "application": {"state": "being_prepared"}},
    "applied": {
        "external_audits": [audited("stage1", "2011-01-05"), audited("stage2", "2012-05-05")],
        "application": {"number": "07/BQL-VP", "sent_on": "2012-06-01"},
    },
    "returned": {
        **stage2(finding("LY-03", "observation")),
        "application": {"state": "returned"},
    },
    "ended": {**stage2(), "certificates": [ENDED]},
    "stopped": {
        **stage2(),
        "certificates": [{**ENDED, "number": "HT-BQL-2"}],
        "status_events": [{"kind": "suspended", "on": "2012-09-01", "reason": "Không giám sát"}],
    },
    "clean": stage2(),
    "own": {
        "documents": {"items": ITEMS},
        "internal_audits": [{"from": "2016-06-01", "to": "2016-06-02"}],
    },
}
# An agency of another kind that has done all that a declaration asks for.
READY = "TTPVHCC"
READY_SOURCE = {"title": "Hồ sơ đã đủ", "published_at": f"{ago(1)}T08:00:00+07:00"}
IN_FORCE = {"listed_on": "2015-12-01", "approved_on": "2016-01-04", "effective_on": "2016-01-04"}
READY_CASE = {
    "source": READY_SOURCE,
    "agency": {"code": READY},
    "rollout": {"track": "declaration", "edition": "2015", "cycle": 1, "opened_on": "2015-11-01"},
    "plan": PLAN,
    "documents": {"items": [{**ITEMS[0], **IN_FORCE}]},
    "management_reviews": [{"held_on": ago(60)}],
}


def case(name, cycle, blocks):
    track, edition = "voluntary_certificate", "2008"
    if name == "own":
        track, edition, cycle = "declaration", "2015", 1
    if name == "clean":
        track, cycle = "state_certificate", 1
    rollout = {"track": track, "edition": edition, "cycle": cycle}
    if name in ("bare", "own"):
        rollout["opened_on"] = "2012-01-04" if name == "bare" else "2015-11-01"
    return {"source": SOURCE, "agency": {"code": HOME}, "rollout": rollout, **blocks}


def cases():
    """One rollout for each name of BLOCKS, in that order."""
    return [case(name, n, blocks) for n, (name, blocks) in enumerate(BLOCKS.items(), 1)]


def extra(cycle):
    """A rollout that is loaded to be taken back."""
    return {**case("extra", cycle, {"plan": PLAN}), "source": EXTRA}
