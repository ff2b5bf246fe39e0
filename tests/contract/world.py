"""A small province for the tests of the contract: one agency of our own, one of somebody else.

Each agency has a rollout for every purpose, so that every act has a record it may be done to.
"""

from base64 import b64decode
from contextlib import contextmanager
from datetime import date, timedelta
from io import BytesIO
from uuid import uuid4
from zlib import crc32

from django.db import transaction
from django.utils import timezone

OWN, OWN_TODAY, OTHER = "SNV", "SNV-2025", "STP"
ROLES = ["officer", "head", "coordinator", "council", "administrator"]
SOURCE = {"title": "Báo cáo thử nghiệm", "published_at": "2024-12-01T08:00:00+07:00"}


def a_pixel():
    """The smallest image, as an uploaded file."""
    from tests.contract.doing import PIXEL

    return BytesIO(b64decode(PIXEL))


@contextmanager
def undone():
    """A transaction that is rolled back, and that the acts inside do not see."""
    block = transaction.atomic()
    block._from_testcase = True  # acts ask for the outermost transaction but for a test's own
    block.__enter__()
    try:
        yield
    finally:
        transaction.set_rollback(True)
        block.__exit__(None, None, None)


def audit(day, edition, *findings, kind="stage2"):
    return {
        "body": "QUACERT",
        "type": kind,
        "edition": edition,
        "from": day,
        "to": day,
        "findings": list(findings),
    }


def cases_of(agency):
    """The rollouts of an agency: audited, clean, certified, ready, declared, planned, bare."""
    head = {"source": SOURCE, "agency": {"code": agency}}
    number = 1 + crc32(agency.encode()) % 9000  # each has papers of its own

    def rollout(track, edition, cycle=1, opened_on=None, **more):
        key = {"track": track, "edition": edition, "cycle": cycle, "opened_on": opened_on}
        return {**head, "rollout": key, **more}

    state, free, own = "state_certificate", "voluntary_certificate", "declaration"
    return {
        "audited": rollout(
            state,
            "2000",
            plan={"kind": "de_an", "title": "Đề án ISO", "completed_on": "2007-07-06"},
            submission={"number": "12/TTr-SO", "sent_on": "2007-08-01"},
            appraisal={"met_on": "2007-09-01", "result": "passed", "opinions": ["Thống nhất"]},
            decision={
                "number": f"{number}10/QĐ-UBND",
                "signed_on": "2008-06-20",
                "issuer": "UBND tỉnh Quảng Ninh",
            },
            directives=[
                {
                    "number": f"{number}33/UBND-MT",
                    "signed_on": "2009-09-07",
                    "issuer": "UBND tỉnh Quảng Ninh",
                    "orders_transition": ["2000", "2008"],
                }
            ],
            documents={
                "items": [
                    {
                        "code": "QT-01",
                        "title": "Quy trình",
                        "kind": "QT-TN",
                        "listed_on": "2008-07-01",
                        "drafted_on": "2008-07-02",
                        "reviewed_on": "2008-07-03",
                        "approved_on": "2008-07-04",
                    },
                    {
                        "code": "QT-02",
                        "title": "Quy trình",
                        "kind": "QT-BB",
                        "listed_on": "2008-07-01",
                    },
                ]
            },
            promulgation={
                "number": "05/QĐ-SO",
                "signed_on": "2008-08-01",
                "effective_on": "2008-08-15",
            },
            internal_audits=[{"from": "2009-01-05", "to": "2009-01-06"}],
            management_reviews=[{"held_on": "2009-02-02", "chair": "Giám đốc"}],
            trainings=[{"topic": "awareness", "held_on": "2008-07-10", "participants": 40}],
            maintenance_years=[
                {
                    "year": 2009,
                    "plan": {"number": "01/KH-SO", "signed_on": "2009-01-15"},
                    "objectives": ["Đúng hẹn 95%"],
                }
            ],
            inspections=[{"on": "2009-05-05", "result": "passed", "conclusions": "Đạt"}],
            external_audits=[
                audit(
                    "2009-12-31",
                    "2008",
                    {"grade": "minor", "clause": "4.2.3", "due_on": "2010-03-01"},
                    {
                        "grade": "minor",
                        "clause": "7.5",
                        "completed_on": "2010-01-20",
                        "due_on": "2010-03-01",
                    },
                    {"grade": "observation"},
                    {"grade": "observation", "disposition": "done"},
                    {
                        "grade": "minor",
                        "clause": "8.2.2",
                        "completed_on": "2010-01-20",
                        "verified_on": "2010-02-01",
                        "due_on": "2010-03-01",
                    },
                )
            ],
        ),
        "clean": rollout(
            free,
            "2008",
            external_audits=[audit("2012-05-05", "2008")],
            application={"state": "being_prepared"},
        ),
        "certified": rollout(
            free,
            "2015",
            external_audits=[audit("2017-05-05", "2015")],
            application={"number": "07/SO-VP", "sent_on": "2017-05-20"},
            certificates=[
                {
                    "number": f"HT-{agency}",
                    "issuer": "QUACERT",
                    "edition": "2015",
                    "scope": "Mọi thủ tục",
                    "issued_on": "2017-06-01",
                    "valid_to": "2020-05-31",
                }
            ],
        ),
        "ready": rollout(
            own,
            "2015",
            opened_on="2015-10-01",
            internal_audits=[{"from": "2016-03-01", "to": "2016-03-02"}],
            management_reviews=[{"held_on": "2016-04-01"}],
        ),
        "declared": rollout(
            own,
            "2015",
            2,
            declarations=[
                {
                    "number": "15/QĐ-SO",
                    "edition": "2015",
                    "scope": "Mọi thủ tục",
                    "kind": "first",
                    "signed_on": "2016-05-01",
                }
            ],
            status_events=[{"kind": "suspended", "on": "2018-01-01", "reason": "Theo kiểm tra"}],
        ),
        "planned": rollout(
            state,
            "2008",
            plan={
                "kind": "ke_hoach",
                "title": "Kế hoạch ISO",
                "completed_on": "2011-01-05",
                "scope": "Mọi thủ tục",
                "owner_position": "Giám đốc",
            },
        ),
        "sent": rollout(
            free,
            "2000",
            plan={"kind": "ke_hoach", "title": "Kế hoạch", "completed_on": "2012-01-05"},
            submission={"number": "01/TTr-SO", "sent_on": "2012-02-01"},
        ),
        "bare": rollout(state, "2015", opened_on="2016-01-04"),
    }


class Place:
    """One agency's records by purpose: rollouts by name, other records found when asked for."""

    def __init__(self, agency, rollouts):
        self.agency = agency
        self.rollouts = rollouts

    def one(self, label, **filters):
        """The id of the one record of a model that fits, e.g. one("plans.Plan", rollout="bare")."""
        from django.apps import apps

        if "rollout" in filters:
            filters["rollout"] = self.rollouts[filters["rollout"]]
        rows = apps.get_model(label)._default_manager.filter(**filters).order_by("pk")
        found = rows.values_list("pk", flat=True).first()
        assert found is not None, f"the world has no {label} {filters}"
        return found


class World:
    """Two agencies with everything, and one user of each role."""

    def __init__(self):
        from accounts.models import User
        from agencies.models import Agency
        from imports.case import import_cases

        system = User.objects.system()
        self.places = {}
        for code in (OWN, OTHER):
            cases = cases_of(code)
            done = import_cases(list(cases.values()), by=system, real_allowed=True)
            self.places[code] = Place(code, dict(zip(cases, done.rollout_ids, strict=True)))
        home = Agency.objects.get(code=OWN_TODAY)
        self.users = {
            role: User.objects.create(
                username=f"world.{role}",
                role=role,
                agency=home if role in ("officer", "head") else None,
            )
            for role in ROLES
        }
        User.objects.create(username="world.colleague", role="officer", agency=home)
        User.objects.create(username="world.gone", role="officer", agency=home, is_active=False)
        guarded = User.objects.create(username="world.guarded", role="officer", agency=home)
        User.objects.filter(pk=guarded.pk).update(totp_since=timezone.now())
        self._more(system)

    @property
    def own(self):
        return self.places[OWN]

    @property
    def other(self):
        return self.places[OTHER]

    def _more(self, system):
        """What no case file holds: a board, a corrective action, a document not yet issued."""
        from accounts.models import User
        from accounts.records import put_link
        from acts.gate import acting
        from agencies.models import Agency, AgencyKind
        from agencies.queries import province
        from audits.models import Finding
        from audits.records import put_action
        from comments.models import Comment
        from core.days import PartialDate
        from core.provenance import by_hand
        from documents.actions import approve_list
        from documents.models import Document, DocumentHolder
        from documents.records import put_document, put_model_list
        from enquiries.records import put_answer, put_enquiry
        from evidence.contents import received
        from evidence.records import put_evidence, put_links
        from feeds.records import put_client
        from maintenance.records import put_board, put_confirmation
        from operations.models import Restoration
        from plans.models import Milestone, Rollout
        from plans.records import put_exemption
        from procedures.records import put_procedure
        from standards.models import Edition

        told = by_hand(system.pk)
        for place in self.places.values():
            audited = Rollout.objects.get(pk=place.rollouts["audited"])
            approve_list(audited, approved_on=PartialDate(date(2008, 7, 2)), by=system)
        for place in self.places.values():
            agency = Agency.objects.get(code=place.agency)
            finding = Finding.objects.get(pk=place.one("audits.Finding", rollout="audited"))
            with acting("board.record", by=system, on=Agency.objects.filter(pk=agency.pk)):
                put_board(agency, told=told, number="02/QĐ-SO", head="Giám đốc", secretary="CVP")
                put_confirmation(agency, told=told, stated_on=date(2011, 5, 5))
                put_action(finding, what="Bổ sung quy trình", told=told)
                Milestone.objects.create(
                    plan_id=place.one("plans.Plan", rollout="planned"),
                    stage="approved",
                    planned_on="2012-01-01",
                )
                document = place.one("documents.Document", rollout="audited")
                DocumentHolder.objects.create(
                    document_id=document, agency=agency, held_from="2009-01-01"
                )
                put_document(finding.rollout, code="QT-03", kind="HD", told=told)
                put_exemption(
                    agency,
                    what="programme",
                    from_on=date(2012, 1, 1),
                    to_on=date(2012, 6, 30),
                    number="92/QĐ-UBND",
                    reason="Sắp xếp bộ máy",
                    told=told,
                )
                for what in ("Gửi bản chính", "Sửa ngày ban hành"):
                    asked = put_enquiry(agency, what=what, by=system)
                put_answer(asked, text="Đã sửa", answered_on=asked.asked_on, by=system)
                put_procedure(
                    agency,
                    code="2.000884",
                    name="Chứng thực",
                    documents=[Document.objects.get(pk=document)],
                    told=told,
                )
                photo = put_evidence(agency, received("Ảnh.png", a_pixel()), told=told)
                put_links(finding, [photo])
                Comment.objects.create(
                    about="rollout",
                    about_id=finding.rollout_id,
                    agency=agency,
                    author=system,
                    text="Đã đôn đốc",
                )
            self._workbook(agency, finding.rollout, system, told)
            self._report(agency, system)
        with acting("model_list.record", by=system, on=province()):
            put_model_list(
                agency_kind=AgencyKind.objects.get(code="so"),
                edition=Edition.objects.get(code="2008"),
                valid_from=date(2009, 1, 1),
                lines=[{"code": "QT-01", "kind": "QT-BB"}],
            )
        with acting("feed_client.issue", by=system, on=province()):
            put_client(
                name="Trung tâm điều hành",
                scopes=["agencies"],
                expires_at=timezone.now() + timedelta(days=30),
            )
        with acting("account.reset_password", by=system, on=User.objects.filter(pk=system.pk)):
            put_link(User.objects.get(username="world.colleague"))
        with acting("backup.restore", by=system, on=User.objects.filter(pk=system.pk)):
            Restoration.objects.create(data_until=timezone.now() - timedelta(days=400))

    def _workbook(self, agency, rollout, system, told):
        """A document that came in by a workbook, which may still be taken back."""
        from acts.gate import acting
        from agencies.models import Agency
        from documents.records import put_document
        from imports.models import Import, Job

        with acting("workbook.load", by=system, on=Agency.objects.filter(pk=agency.pk)):
            put_document(rollout, code="QT-77", kind="HD", told=told)
            Import.objects.create(
                kind="documents", agency=agency, file_name="danh-muc.xlsx", by_id=system.pk
            )
        Job.objects.create(pk=uuid4(), by_id=system.pk, kind="documents")

    def _report(self, agency, system):
        """A report of the agency that was made, with a file of it."""
        from django.utils import timezone

        from acts.gate import acting
        from agencies.models import Agency
        from evidence.store import keep_content
        from reports.making import Made, hash_of
        from reports.models import Report
        from reports.records import put_made

        figures, content = {"title": "Báo cáo", "sections": [], "gaps": []}, b"%PDF-1.7"
        files = [{"format": "pdf", "sha256": keep_content(content), "size": len(content)}]
        made = Made(figures, hash_of(figures), timezone.now(), files)
        with acting("report.make", by=system, on=Agency.objects.filter(pk=agency.pk)):
            report = Report(kind="agency", agency=agency, day=date(2012, 5, 5), made_by=system)
            put_made(report, made)

    def client(self, role):
        """A client signed in as the role; `anonymous` is nobody."""
        from rest_framework.test import APIClient

        client = APIClient()
        if role != "anonymous":
            client.force_login(self.users[role])
        return client
