"""How each act is asked for: a valid request for every address that writes.

`ASKED` is the one table that the permission matrix, the tests of problems and the tests of the
OpenAPI document read. A new address is red there until it has a row here.
"""

from collections.abc import Callable
from datetime import timedelta
from typing import NamedTuple

from tests.contract.routes import Route
from tests.contract.world import OWN_TODAY, Place

# What is asked before anybody is signed in, or by programs: no row of the matrix.
SESSION = {
    "GET session",
    "POST session",
    "DELETE session",
    "POST session/password",
    "GET session/totp",
    "POST session/totp",
    "GET schema",
    "GET operations",  # of the installation, for one role: tests/operations
}
WHY = "ghi thay theo văn bản của cơ quan"


class Asked(NamedTuple):
    """An act: its verb, the record it is done to (for acts on records), its body."""

    verb: str
    body: Callable[[Place], dict]
    record: Callable[[Place], object] | None = None
    status: int = 200
    agency: bool = True  # of one agency: another agency's officer may not
    issuer: bool = False  # a paper of the province: at home with who issued it


def on(label, **filters):
    return lambda place: place.one(label, **filters)


def told(**values):
    """A body; a callable value is asked of the place."""
    return lambda place: {k: v(place) if callable(v) else v for k, v in values.items()}


def rollout(name):
    return lambda place: place.rollouts[name]


def new(verb, agency=True, **values):
    return Asked(verb, told(**values), status=201, agency=agency)


def act(verb, record, agency=True, **values):
    return Asked(verb, told(**values), record, agency=agency)


def code(place):
    return place.agency


FINDING = "audits.Finding"
OPEN = on(FINDING, rollout="audited", grade="minor", steps=None)
DONE = on(FINDING, rollout="audited", grade="minor", steps__kind="completed")
CHECKABLE = on(FINDING, rollout="audited", grade="minor", steps__kind="verified")
NOTED = on(FINDING, rollout="audited", grade="observation", steps=None)
DOCUMENT = on("documents.Document", rollout="audited", code="QT-02")
PAPER = {"issuer": "UBND tỉnh Quảng Ninh", "signed_on": "2012-01-05"}


def report(place):
    return place.one("reports.Report", agency__code=place.agency)


SENT = on("plans.Submission", rollout="audited")


def version_seen(place):
    from documents.models import Document

    return Document.objects.get(pk=DOCUMENT(place)).row_version


def own_officer(place):
    """An officer's account, which the heads of that agency and the province manage."""
    from accounts.models import User

    return User.objects.get(username="world.colleague").pk


# The smallest PNG: one white pixel.
PIXEL = (
    "iVBORw0KGgoAAAANSUhEUgAAAAEAAAABCAAAAAA6fptVAAAACklEQVR42mP4DwABAQEAHLCMmQAAAABJRU5ErkJggg=="
)
FILE = {"name": "Biên bản.png", "content": PIXEL}


def in_a_month(place):
    """A day within the year for which a token may stand."""
    from core.days import today

    return str(today() + timedelta(days=30))


def closed_officer(place):
    """Such an account that was closed."""
    from accounts.models import User

    return User.objects.get(username="world.gone").pk


def guarded_officer(place):
    """Such an account that signs in with one-time codes besides."""
    from accounts.models import User

    return User.objects.get(username="world.guarded").pk


def a_value(place):
    return place.one("standards.PolicyValue")


def a_rule(place):
    return place.one("agencies.ScopeRule")


def about(place):
    return f"rollout:{place.rollouts['audited']}"


ASKED: dict[str, list[Asked]] = {
    # the register and the numbers of the law
    "POST agencies": [new("agency.create", agency=False, code="SMOI", name="Sở Mới", kind="so")],
    "POST agencies/{code}/rename": [
        act("agency.rename", code, agency=False, name="Sở đổi tên", from_on="2015-05-05")
    ],
    "POST agencies/{code}/identify": [
        act("agency.identify", code, agency=False, scheme="qcvn_102_2016", value="000.00.99.H49")
    ],
    "POST agencies/{code}/alias": [act("agency.alias", code, agency=False, text="Tên gọi khác")],
    "POST successions": [
        new(
            "agency.succeed",
            agency=False,
            predecessor="BQLVHL",
            kind="dissolve",
            effective_on="2026-01-01",
            decision="12/NQ-HĐND",
        )
    ],
    "POST successions/bulk": [
        new(
            "agency.succeed",
            agency=False,
            kind="merge",
            effective_on="2026-01-01",
            decision="12/NQ-HĐND",
            pairs=[
                {"predecessor": "BQLVHL", "successor": "SVHTTDL-2025"},
                {"predecessor": "SNGV", "successor": "SVHTTDL-2025"},
            ],
        )
    ],
    "POST scope-rules": [
        new(
            "scope.record",
            agency=False,
            agency_code="BQLVHL",
            valid_from="2026-01-01",
            legal_basis="Văn bản thử",
        )
    ],
    "POST policy-values": [
        new(
            "policy.record",
            agency=False,
            code="maintenance.months",
            value="13",
            unit="months",
            valid_from="2026-01-01",
            legal_basis="Văn bản thử",
        )
    ],
    "PATCH policy-values/{pk}": [
        act("policy.correct", a_value, agency=False, legal_basis="Văn bản thử", reason=WHY)
    ],
    "POST edition-dates": [
        new(
            "edition.record_date",
            agency=False,
            edition="2026",
            what="void",
            track="state_certificate",
            on="2032-01-01",
            source="Văn bản thử",
        )
    ],
    "PATCH edition-dates/{pk}": [
        act(
            "edition.correct_date",
            lambda place: place.one("standards.EditionDate"),
            agency=False,
            source="Văn bản thử",
            reason=WHY,
        )
    ],
    "PATCH scope-rules/{pk}": [
        act("scope.correct", a_rule, agency=False, legal_basis="Văn bản thử", reason=WHY)
    ],
    "POST scope-rules/{pk}/end": [
        act("scope.end", a_rule, agency=False, valid_to="2030-12-31", reason=WHY)
    ],
    "POST feed-clients": [
        new(
            "feed_client.issue",
            agency=False,
            name="Bảng điều hành",
            scopes=["agencies"],
            expires_on=in_a_month,
        )
    ],
    "POST feed-clients/{pk}/revoke": [
        act(
            "feed_client.revoke",
            lambda place: place.one("feeds.FeedClient"),
            agency=False,
            reason=WHY,
        )
    ],
    "POST users": [
        new(
            "account.create",
            agency=False,
            username="moi.snv",
            password="mat-khau-dai-2026",
            role="officer",
            agency_code=OWN_TODAY,
        )
    ],
    "POST users/{pk}/change": [
        act("account.change", own_officer, agency=False, position="Thư ký ISO")
    ],
    "POST users/{pk}/close": [act("account.close", own_officer, agency=False, reason=WHY)],
    "POST users/{pk}/reset_totp": [
        act("account.reset_totp", guarded_officer, agency=False, reason=WHY)
    ],
    "POST users/{pk}/reopen": [act("account.reopen", closed_officer, agency=False, reason=WHY)],
    "POST users/{pk}/reset_password": [act("account.reset_password", own_officer, agency=False)],
    "POST imports": [new("records.import", agency=False, case={"code": "SYT"})],
    "POST imports/{pk}/undo": [
        act(
            "import.undo",
            lambda place: place.one("imports.Import", agency__code=place.agency),
            reason=WHY,
        )
    ],
    # evidence
    "POST evidence": [
        new("evidence.attach", agency_code=code, file=FILE, number="12/BB-SO", dated_on="2010-02")
    ],
    "POST evidence/{pk}/replace": [
        act("evidence.replace", lambda place: RECORD["evidence"](place), file=FILE)
    ],
    "POST evidence/{pk}/attach": [
        act("evidence.attach", lambda place: RECORD["evidence"](place), object=about)
    ],
    "POST evidence/{pk}/void": [
        act("evidence.void", lambda place: RECORD["evidence"](place), reason=WHY)
    ],
    "POST evidence/merge": [
        new("evidence.attach", evidence=lambda place: [RECORD["evidence"](place)], name="Biên bản")
    ],
    # plan and decision
    "POST rollouts": [
        new(
            "rollout.open",
            agency_code=code,
            edition="2008",
            track="declaration",
            opened_on="2014-05-05",
        )
    ],
    "PATCH rollouts/{pk}": [act("rollout.correct", rollout("bare"), opened_on="2016-01-02")],
    "POST plans": [
        new(
            "plan.record",
            rollout=rollout("bare"),
            kind="de_an",
            title="Đề án",
            completed_on="2016-05-05",
        )
    ],
    "POST plans/{pk}/schedule": [
        act(
            "plan.schedule",
            on("plans.Plan", rollout="planned"),
            milestones=[{"stage": "approved", "planned_on": "2012-06-30"}],
        )
    ],
    "POST plans/{pk}/submit": [
        act(
            "plan.submit",
            on("plans.Plan", rollout="planned"),
            number="09/TTr-SO",
            sent_on="2011-02-02",
        )
    ],
    "POST submissions": [
        new(
            "plan.submit",
            plan=on("plans.Plan", rollout="planned"),
            number="09/TTr-SO",
            sent_on="2011-02-02",
        )
    ],
    "POST plans/{pk}/submit_paper": [
        act(
            "plan.submit_paper",
            on("plans.Plan", rollout="planned"),
            number="09/TTr-SO",
            sent_on="2011-02-02",
            signed_original={"number": "09/TTr-SO", "day": "2011-02-01", "signer": "Giám đốc"},
        )
    ],
    "POST plans/{pk}/return": [
        act(
            "plan.return",
            on("plans.Plan", rollout="sent"),
            opinions=["Nêu rõ phạm vi"],
            resubmit_due_on="2012-05-05",
            reason=WHY,
        )
    ],
    "POST submissions/{pk}/receive": [act("submission.receive", SENT, received_on="2007-08-03")],
    "POST appraisals/{pk}/answer": [
        act(
            "appraisal.answer",
            on("plans.Appraisal", rollout="audited"),
            answers=lambda place: [
                {
                    "opinion": place.one(
                        "plans.AppraisalOpinion", appraisal__rollout=place.rollouts["audited"]
                    ),
                    "answer": "Đã bổ sung",
                }
            ],
        )
    ],
    "POST exemptions": [
        new(
            "exemption.grant",
            agency_code=code,
            what="deadline",
            from_on="2011-01-01",
            to_on="2011-06-30",
            number="91/QĐ-UBND",
            reason=WHY,
        )
    ],
    "POST exemptions/{pk}/end": [
        act("exemption.end", lambda place: RECORD["exemptions"](place), on="2012-03-01", reason=WHY)
    ],
    "POST comments": [new("comment.write", object=about, text="Đã gọi điện nhắc")],
    "POST comments/{pk}/void": [
        act("comment.void", lambda place: RECORD["comments"](place), reason=WHY)
    ],
    "POST appraisals": [
        new("appraisal.record", rollout=rollout("planned"), result="passed", met_on="2011-03-03")
    ],
    "POST official-documents": [
        new("directive.record", agency=False, number="88/QĐ-UBND", **PAPER)
    ],
    "POST decisions": [
        new(
            "decision.record",
            number="89/QĐ-UBND",
            **PAPER,
            rollouts=lambda place: [place.rollouts["planned"]],
        )
    ],
    "POST directives": [
        new(
            "directive.record",
            agency=False,
            number="90/UBND-MT",
            **PAPER,
            tasks=lambda place: [{"agency": place.agency, "what": "Báo cáo"}],
        )
    ],
    "POST tasks/{pk}/answer": [
        act(
            "directive.answer",
            on("plans.Task", rollout="audited"),
            answered_on="2010-01-05",
            answer="Đã thực hiện",
        )
    ],
    # documents
    "POST documents": [
        new(
            "document.list",
            rollout=rollout("audited"),
            code="QT-09",
            kind="QT-TN",
            listed_on="2009-01-01",
        )
    ],
    "POST documents/bulk": [
        new(
            "document.list",
            rollout=rollout("audited"),
            items=[{"code": "QT-10", "kind": "QT-TN"}, {"code": "QT-11", "kind": "HD"}],
        )
    ],
    "POST documents/bulk-edit": [
        new(
            "fact.correct",
            items=lambda place: [{"id": DOCUMENT(place), "row_version": version_seen(place)}],
            changes={"unit": "Văn phòng"},
        )._replace(status=200)
    ],
    "POST documents/copy": [
        new("document.list", from_rollout=rollout("audited"), to_rollout=rollout("planned"))
    ],
    "POST model-lists": [
        new(
            "model_list.record",
            agency=False,
            agency_kind="so",
            edition="2008",
            valid_from="2012-01-01",
            items=[{"code": "QT-01", "kind": "QT-BB"}],
        )
    ],
    "PATCH model-lists/{pk}": [
        act(
            "model_list.correct", lambda place: RECORD["model-lists"](place), agency=False, note="x"
        )
    ],
    "POST model-lists/{pk}/end": [
        act(
            "model_list.end",
            lambda place: RECORD["model-lists"](place),
            agency=False,
            valid_to="2012-01-01",
            reason=WHY,
        )
    ],
    "POST documents/{pk}/withdraw": [
        act("document.withdraw", DOCUMENT, withdrawn_on="2011-01-01", reason=WHY)
    ],
    "POST document-versions": [
        new("document.version", document=DOCUMENT, effective_on="2010-05-05")
    ],
    "POST list-approvals": [
        new("list.approve", rollout=rollout("audited"), approved_on="2009-01-05", number="06/QĐ-SO")
    ],
    "POST promulgations": [
        new(
            "promulgation.record",
            rollout=rollout("audited"),
            number="07/QĐ-SO",
            signed_on="2011-05-05",
            documents=lambda place: [
                place.one("documents.Document", rollout="audited", code="QT-03")
            ],
        )
    ],
    # what the coordinator asks of an agency
    "POST requests": [new("request.ask", agency_code=code, what="Gửi bản chính", object=about)],
    "POST requests/bulk": [
        new("request.ask", agencies=lambda place: [place.agency], what="Gửi bản chính")
    ],
    "POST requests/{pk}/answer": [
        act(
            "request.answer",
            lambda place: place.one("enquiries.Enquiry", agency__code=place.agency, answers=None),
            text="Đã gửi",
        )
    ],
    "POST requests/{pk}/accept": [act("request.accept", lambda place: RECORD["requests"](place))],
    "POST requests/{pk}/return": [
        act("request.return", lambda place: RECORD["requests"](place), reason=WHY)
    ],
    "POST requests/{pk}/withdraw": [
        act("request.withdraw", lambda place: RECORD["requests"](place), reason=WHY)
    ],
    # administrative procedures
    "POST admin-procedures": [
        new(
            "procedure.record",
            agency_code=code,
            code="1.001612.000.00.00.H49",
            name="Cấp giấy phép",
            published_on="2012-01-05",
            documents=lambda place: [DOCUMENT(place)],
        )
    ],
    "POST admin-procedures/bulk": [
        new(
            "procedure.record",
            agency_code=code,
            items=[
                {"code": "1.001613", "name": "Cấp lại"},
                {"code": "1.001614", "name": "Gia hạn"},
            ],
        )
    ],
    "POST admin-procedures/{pk}/change": [
        act(
            "procedure.change",
            lambda place: RECORD["admin-procedures"](place),
            status="amended",
            published_on="2015-05-05",
        )
    ],
    "POST admin-procedures/{pk}/link": [
        act(
            "procedure.link",
            lambda place: RECORD["admin-procedures"](place),
            documents=lambda place: [DOCUMENT(place)],
            checked_on="2015-05-05",
        )
    ],
    "POST admin-procedures/{pk}/unlink": [
        act(
            "procedure.unlink",
            lambda place: RECORD["admin-procedures"](place),
            documents=lambda place: [DOCUMENT(place)],
        )
    ],
    # audits and findings
    "POST audits": [
        new(
            "audit.record",
            kind="external",
            rollout=rollout("audited"),
            body="QUACERT",
            type="surveillance1",
            **{"from": "2010-12-01", "to": "2010-12-02"},
        ),
        new(
            "internal_audit.record",
            kind="internal",
            agency_code=code,
            **{"from": "2010-12-01", "to": "2010-12-02"},
        ),
        new(
            "inspection.record",
            kind="inspection",
            agency_code=code,
            result="passed",
            **{"from": "2010-12-01", "to": "2010-12-02"},
        ),
    ],
    "POST audits/{pk}/record_result": [
        act(
            "audit.record_result",
            on("audits.Audit", rollout="audited", kind="external"),
            report_number="01/BC",
            findings=[{"grade": "minor", "count": 2}],
        )
    ],
    # reads a pasted table and keeps nothing
    "POST imports/pasted": [
        Asked(
            "workbook.load",
            told(kind="findings", columns=["grade", "clause"], text="Loại 2\t8.3"),
            agency=False,
        )
    ],
    "POST audits/{pk}/findings-sheet": [
        act(
            "finding.raise",
            on("audits.Audit", rollout="audited", kind="external"),
            rows=[{"grade": "minor", "clause": "8.3"}],
        )
    ],
    "POST findings": [
        new(
            "finding.raise",
            audit=on("audits.Audit", rollout="audited", kind="external"),
            grade="minor",
            clause="8.3",
        )
    ],
    "POST findings/{pk}/close": [
        act("finding.close", OPEN, completed_on="2010-02-02", cause="Thiếu biểu mẫu")
    ],
    "POST findings/{pk}/verify": [
        act("finding.verify", DONE, verified_on="2010-02-02", verified_by="Trưởng đoàn")
    ],
    "POST findings/{pk}/check_effectiveness": [
        act("finding.check_effectiveness", CHECKABLE, effective=True)
    ],
    "POST findings/{pk}/extend": [
        act("finding.extend", OPEN, due_on="2027-06-01", reason=WHY, approved_by="QUACERT")
    ],
    "POST findings/{pk}/disposition": [act("finding.disposition", NOTED, disposition="done")],
    "POST findings/{pk}/reopen": [act("finding.reopen", DONE, reason=WHY)],
    "POST corrective-actions": [
        new("finding.plan_action", finding=OPEN, what="Bổ sung", due_on="2010-02-28")
    ],
    # the yearly loop
    "POST management-reviews": [
        new("review.record", agency_code=code, held_on="2011-05-05", chair="Giám đốc")
    ],
    "POST trainings": [
        new("training.record", agency_code=code, topic="internal_auditor", held_on="2011-05-05")
    ],
    "POST boards": [
        new(
            "board.record",
            agency_code=code,
            number="03/QĐ-SO",
            decided_on="2011-05-05",
            head="Giám đốc",
            secretary="Phó Chánh Văn phòng",
        )
    ],
    "POST maintenance-years": [
        new("year.record", agency_code=code, year=2011, board_renewed_on="2011-05-05")
    ],
    "POST confirmations": [new("confirmation.record", agency_code=code, stated_on="2012-05-05")],
    # proofs
    "POST applications": [
        new("application.record", rollout=rollout("audited"), addressee="Tổng cục")
    ],
    "POST applications/{pk}/send": [
        act(
            "application.send",
            on("certificates.Application", rollout="clean"),
            sent_on="2012-06-01",
            number="08/SO-VP",
        )
    ],
    "POST certificates": [
        new(
            "certificate.issue",
            rollout=rollout("clean"),
            number="HT 9",
            issuer="QUACERT",
            edition="2008",
            issued_on="2012-07-01",
        )
    ],
    "POST declarations": [
        new(
            "declaration.sign",
            rollout=rollout("ready"),
            scope="Mọi thủ tục",
            signed_on="2016-05-05",
        )
    ],
    "POST status-events": [
        new("status.record", rollout=rollout("declared"), kind="restored", on="2018-06-01"),
        new(
            "status.pause",
            rollout=rollout("planned"),
            kind="paused",
            on="2012-01-01",
            cause="Chờ sắp xếp",
            reason=WHY,
        ),
    ],
    # what leaves the house
    "POST reports": [new("report.make", kind="agency", agency_code=code, day="2012-05-05")],
    "POST reports/printed": [
        new(
            "report.enter_printed",
            agency=False,
            number="45/BC-UBND",
            signed_on="2013-01-05",
            day="2012-12-14",
            period={"from": "2011-12-15", "to": "2012-12-14", "label": "năm 2012"},
            groups=[
                {
                    "kind": "so",
                    "total": 16,
                    "approved": 12,
                    "documented": 9,
                    "declared": 0,
                    "certified": 4,
                }
            ],
        )
    ],
    "PATCH reports/{pk}": [
        act("report.edit_text", report, parts={"direction": "Đã ban hành kế hoạch năm."})
    ],
    "POST reports/{pk}/make_again": [act("report.make_again", report)],
    "POST reports/{pk}/sign_off": [act("report.sign_off", report)],
}
# Keys that a body may not have as Python names of this table.
RENAMED = {"agency_code": "agency", "case": "agency"}

# One record of each collection, for reading, correcting, confirming and taking out.
RECORD: dict[str, Callable[[Place], object]] = {
    "admin-procedures": lambda place: place.one(
        "procedures.AdminProcedure", agency__code=place.agency
    ),
    "applications": on("certificates.Application", rollout="clean"),
    "appraisals": on("plans.Appraisal", rollout="audited"),
    "audits": on("audits.Audit", rollout="clean"),
    "confirmations": lambda place: place.one("maintenance.Confirmation", agency__code=place.agency),
    "boards": lambda place: place.one("maintenance.Board", agency__code=place.agency),
    "certificates": on("certificates.Certificate", rollout="certified"),
    "clauses": lambda place: place.one("standards.Clause"),
    "data-quality": lambda place: "irregular_facts",
    "corrective-actions": lambda place: place.one(
        "audits.CorrectiveAction", finding__rollout=place.rollouts["audited"]
    ),
    "decisions": lambda place: place.one("plans.Decision", rollouts=place.rollouts["audited"]),
    "declarations": on("certificates.Declaration", rollout="declared"),
    "document-versions": lambda place: place.one(
        "documents.DocumentVersion",
        document__code="QT-01",
        document__rollout=place.rollouts["audited"],
    ),
    "documents": DOCUMENT,
    "findings": NOTED,
    "maintenance-years": lambda place: place.one(
        "maintenance.MaintenanceYear", agency__code=place.agency
    ),
    "management-reviews": lambda place: place.one(
        "maintenance.ManagementReview", agency__code=place.agency
    ),
    "comments": lambda place: place.one("comments.Comment", agency__code=place.agency),
    "evidence": lambda place: place.one("evidence.Evidence", agency__code=place.agency),
    "exemptions": lambda place: place.one("plans.Exemption", agency__code=place.agency),
    "plans": on("plans.Plan", rollout="planned"),
    "requests": lambda place: place.one(
        "enquiries.Enquiry", agency__code=place.agency, answers__isnull=False
    ),
    "list-approvals": on("documents.ListApproval", rollout="audited"),
    "promulgations": on("documents.Promulgation", rollout="audited"),
    "reports": report,
    "rollouts": rollout("audited"),
    "status-events": on("certificates.StatusEvent", rollout="declared"),
    "submissions": on("plans.Submission", rollout="audited"),
    "tasks": on("plans.Task", rollout="audited"),
    "trainings": lambda place: place.one("maintenance.Training", agency__code=place.agency),
    # read by everybody: the register, official documents, the numbers of the law
    "agencies": code,
    "directives": lambda place: place.one("plans.Directive", tasks__agency__code=place.agency),
    "editions": lambda place: "2008",
    "feed-clients": lambda place: place.one("feeds.FeedClient"),
    "imports": lambda place: place.one("imports.Import"),
    "imports/templates": lambda place: "documents.xlsx",
    "jobs": lambda place: place.one("imports.Job"),
    "model-lists": lambda place: place.one("documents.ModelList"),
    "official-documents": lambda place: place.one(
        "plans.OfficialDocument", decisions__rollouts=place.rollouts["audited"]
    ),
    "policy-values": a_value,
    "scope-rules": a_rule,
    "edition-dates": lambda place: place.one("standards.EditionDate"),
    "successions": lambda place: place.one("agencies.Succession"),
}
OF_THE_PROVINCE = {
    "agencies",
    "clauses",
    "data-quality",
    "directives",
    "edition-dates",
    "editions",
    "feed-clients",
    "imports",
    "imports/templates",
    "jobs",
    "model-lists",
    "official-documents",
    "policy-values",
    "scope-rules",
    "successions",
    "users",
}
# Papers of the province: an officer reads them and corrects none.
ISSUED = {"decisions", "directives", "official-documents"}
COMMON = {
    "partial_update": ("fact.correct", told(note="Đã đối chiếu bản chính")),
    "confirm": ("fact.confirm", told()),
    "void": ("fact.void", told(reason=WHY)),
}
PARAMETERS = {
    "progress/changes": "?from=2010-01-01&to=2012-01-01",
    "history": "?object=agency:SNV",
    "search": "?q=quy",
    "reports/{pk}/file": "?format=pdf",
}


# Addresses that answer a file and no JSON.
FILES = {"imports/templates/{name}", "evidence/{pk}/file", "reports/{pk}/file"}


def asked_of(route: Route) -> list[Asked]:
    """The acts of an address; a KeyError says that the table lacks it."""
    if route.name in ASKED:
        return ASKED[route.name]
    word = "partial_update" if route.method == "patch" else route.template.rpartition("/")[2]
    verb, body = COMMON[word]
    shared, issued = route.collection in OF_THE_PROVINCE, route.collection in ISSUED
    return [Asked(verb, body, RECORD[route.collection], agency=not shared, issuer=issued)]


def body_of(asked: Asked, place: Place, **more) -> dict:
    """The body as it travels."""
    body = {RENAMED.get(name, name): value for name, value in asked.body(place).items()}
    return {**body, **more}


def key_of(route: Route, place: Place, asked: Asked | None = None):
    """What stands in the address for the record."""
    if not route.on_record:
        return ""
    record = asked.record if asked and asked.record else RECORD[route.collection]
    return record(place)


def send(client, route: Route, asked: Asked, place: Place, **more):
    """Ask for the act; an act on a record names the version that stands."""
    key = key_of(route, place, asked)
    headers = {"If-Match": f'"{version_of(route, key)}"'} if key else {}
    call = getattr(client, route.method)
    return call(route.address(key), body_of(asked, place, **more), headers=headers)


def version_of(route: Route, key) -> int:
    """The row_version of the record that the address names."""
    model = model_of(route)
    by = {"code": key} if route.collection in ("agencies", "editions") else {"pk": key}
    return model._default_manager.values_list("row_version", flat=True).get(**by)


def model_of(route: Route) -> type:
    if route.collection == "rollouts":
        from plans.models import Rollout

        return Rollout
    if route.template == "audits/{pk}/findings-sheet":
        from audits.models import Audit

        return Audit
    return route.view.serializer_class.Meta.model
