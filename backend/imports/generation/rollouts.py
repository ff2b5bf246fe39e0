"""What one invented agency did: three rollouts and the yearly loop."""

from collections.abc import Callable
from datetime import date, timedelta
from random import Random
from typing import Any

from agencies.models import Agency
from audits.models import Audit, Finding, FindingStep
from certificates.models import Application, Certificate, Declaration
from core.days import add_months, today
from core.numbers import number_key
from core.text import search_text
from documents.models import Document, DocumentVersion, Promulgation
from imports.generation.batch import Batch
from maintenance.models import MaintenanceYear, ManagementReview
from plans.models import (
    Appraisal,
    Decision,
    DecisionRollout,
    OfficialDocument,
    Plan,
    Rollout,
    RolloutHolder,
    Submission,
)
from standards.models import CertificationBody

# Each rollout: edition, track, the day on which it began.
ROLLOUTS = [
    ("2000", "state_certificate", date(2006, 9, 4)),
    ("2008", "state_certificate", date(2010, 3, 1)),
    ("2015", "declaration", date(2024, 6, 3)),
]
KINDS = ["CSCL", "MTCL", "QT-HT", "QT-BB", "QT-TN", "QT-TN", "QT-TN", "QT-NB"]
# How far the last rollout came, of ten agencies: as many steps of its way.
STEPS = ["plan", "submission", "appraisal", "decision", "documents", "issued", "audit", "proof"]
FIRST_NUMBER = 100_000
REVISED = 0.2


class Writer:
    """Adds the rows of one agency to a batch; chance follows from the agency's number."""

    def __init__(
        self,
        batch: Batch,
        random: Random,
        agency: Agency,
        province: Agency,
        body: CertificationBody | None,
        told: Callable[[date], dict[str, Any]],
    ):
        self.add, self.random, self.told = batch.add, random, told
        self.agency, self.province, self.body = agency, province, body

    def write(self, number: int, documents: int, years: int) -> None:
        """Everything about the agency."""
        self.number = number
        for edition, track, began in ROLLOUTS:
            last = edition == ROLLOUTS[-1][0]
            if last and number % 3 == 0:
                track = "voluntary_certificate"
            reach = self.random.choice(range(1, len(STEPS) + 4)) if last else len(STEPS)
            self._rollout(edition, track, began, documents, STEPS[:reach])
        for year in range(today().year - years + 1, today().year + 1):
            self._year(year)
        self._inspection()

    def _rollout(
        self, edition: str, track: str, began: date, n_documents: int, steps: list[str]
    ) -> None:
        day = began + timedelta(days=self.random.randint(0, 60))
        rollout = self.add(
            Rollout(
                agency=self.agency,
                edition_id=edition,
                track=track,
                opened_on=day,
                real=False,
                source=self.told(day)["source"],
            )
        )
        self.add(RolloutHolder(rollout=rollout, agency=self.agency))
        day = self._plan(rollout, day, steps)
        if "documents" in steps:
            listed = day + timedelta(days=30)
            issued = listed + timedelta(days=90) if "issued" in steps else None
            self._documents(rollout, n_documents, listed, issued)
            day = issued or listed
        if "audit" in steps:
            day = self._audited(rollout, edition, day + timedelta(days=60))
        if "proof" in steps:
            self._proof(rollout, edition, day + timedelta(days=15))

    def _plan(self, rollout: Rollout, day: date, steps: list[str]) -> date:
        done = day + timedelta(days=40)
        plan = self.add(
            Plan(
                rollout=rollout,
                kind="de_an",
                title="Xây dựng hệ thống quản lý chất lượng",
                started_on=day,
                completed_on=done,
                **self.told(day),
            )
        )
        sent, met, signed = (done + timedelta(days=n) for n in (10, 35, 50))
        if "submission" in steps:
            self.add(Submission(rollout=rollout, plan=plan, sent_on=sent, **self.told(sent)))
        if "appraisal" in steps:
            self.add(Appraisal(rollout=rollout, met_on=met, result="passed", **self.told(met)))
        if "decision" in steps:
            number = f"{FIRST_NUMBER + self.number}/QĐ-UBND"
            paper = self.add(
                OfficialDocument(
                    issuer="UBND tỉnh",
                    issuer_agency=self.province,
                    number=number,
                    issuer_key=f"agency:{self.province.code}",
                    number_key=number_key(number),
                    year=signed.year,
                    signed_on=signed,
                    **self.told(signed),
                )
            )
            decision = self.add(Decision(document=paper, **self.told(signed)))
            self.add(DecisionRollout(decision=decision, rollout=rollout))
        return signed

    def _documents(self, rollout: Rollout, count: int, listed: date, issued: date | None) -> None:
        promulgation = self._promulgation(rollout, issued) if issued else None
        told = self.told(listed)
        for place in range(1, count + 1):
            kind = KINDS[min(place, len(KINDS)) - 1]
            code, title = f"{kind}-{place:03d}", f"Giải quyết thủ tục hành chính số {place}"
            document = self.add(
                Document(
                    rollout=rollout,
                    code=code,
                    title=title,
                    kind_id=kind,
                    listed_on=listed,
                    search_text=search_text(code, title),
                    **told,
                )
            )
            if issued or self.random.random() < 0.5:
                self._version(document, promulgation, listed, told)

    def _promulgation(self, rollout: Rollout, issued: date) -> Promulgation:
        return self.add(
            Promulgation(
                rollout=rollout,
                number=f"{self.number}/QĐ-UBND",
                signed_on=issued,
                effective_on=issued + timedelta(days=10),
                **self.told(issued),
            )
        )

    def _version(
        self, document: Document, promulgation: Promulgation | None, listed: date, told: Any
    ) -> None:
        """Issued with the others and perhaps revised since, or only drafted."""
        drafted = listed + timedelta(days=self.random.randint(3, 60))
        version = DocumentVersion(
            document=document, promulgation=promulgation, drafted_on=drafted, **told
        )
        self.add(version)
        if promulgation and promulgation.effective_on:
            version.approved_on = drafted + timedelta(days=15)
            version.issued_on = promulgation.signed_on
            version.effective_on = promulgation.effective_on
            if self.random.random() < REVISED:
                months = self.random.randint(2, 9)
                self._revised(document, version, add_months(version.effective_on, months))

    def _revised(self, document: Document, version: DocumentVersion, day: date) -> None:
        if day > today():
            return
        version.withdrawn_on = day
        self.add(
            DocumentVersion(
                document=document,
                revision_no=1,
                drafted_on=day - timedelta(days=20),
                issued_on=day - timedelta(days=5),
                effective_on=day,
                change_reason="procedure_changed",
                **self.told(day),
            )
        )

    def _audited(self, rollout: Rollout, edition: str, held: date) -> date:
        """What precedes a proof; an external audit only where a certificate is wanted."""
        self._internal(held - timedelta(days=30))
        if rollout.track == "declaration":
            return held
        audit = self._audit(
            "external", held, rollout, type="stage2", body=self.body, edition_id=edition
        )
        finished = 0.8 if rollout.track == "voluntary_certificate" else 1.0
        self._findings(audit, ["minor"] * 6 + ["observation"] * 4, held, finished)
        return held + timedelta(days=60)

    def _proof(self, rollout: Rollout, edition: str, day: date) -> None:
        if rollout.track == "declaration":
            self.add(
                Declaration(
                    rollout=rollout,
                    edition_id=edition,
                    number=f"{self.number}/CB-UBND",
                    scope="Các thủ tục hành chính",
                    signed_on=day,
                    **self.told(day),
                )
            )
            return
        self.add(Application(rollout=rollout, state="sent", sent_on=day, **self.told(day)))
        issued = day + timedelta(days=30)
        self.add(
            Certificate(
                rollout=rollout,
                edition_id=edition,
                issued_on=issued,
                number=f"{FIRST_NUMBER + self.number}/{issued.year}/GCN-TĐC",
                issuer="Tổng cục Tiêu chuẩn Đo lường Chất lượng",
                scope="Các thủ tục hành chính",
                valid_to=add_months(issued, 36) - timedelta(days=1),
                **self.told(issued),
            )
        )

    def _year(self, year: int) -> None:
        day = date(year, self.random.randint(3, 9), self.random.randint(1, 28))
        if day < today() and self.random.random() < 0.9:
            self._internal(day)
        self.add(
            MaintenanceYear(
                agency=self.agency,
                year=year,
                plan_number=f"{self.number}/KH-UBND",
                plan_signed_on=date(year, 1, 1),
                **self.told(date(year, 1, 1)),
            )
        )

    def _internal(self, day: date) -> None:
        self._audit("internal", day, None)
        reviewed = min(day + timedelta(days=12), today())
        self.add(ManagementReview(agency=self.agency, held_on=reviewed, **self.told(reviewed)))

    def _inspection(self) -> None:
        held = today() - timedelta(days=self.random.randint(40, 200))
        audit = self._audit("inspection", held, None, result="to_correct")
        self._findings(audit, ["minor", "minor"], held, finished=0.5)

    def _audit(self, kind: str, day: date, rollout: Rollout | None, **given: Any) -> Audit:
        return self.add(
            Audit(
                kind=kind,
                agency=self.agency,
                rollout=rollout,
                from_on=day,
                to_on=day,
                **given,
                **self.told(day),
            )
        )

    def _findings(self, audit: Audit, grades: list[str], held: date, finished: float) -> None:
        told = self.told(held)
        for place, grade in enumerate(grades, start=1):
            finding = self.add(
                Finding(
                    audit=audit,
                    agency=self.agency,
                    rollout=audit.rollout,
                    grade=grade,
                    source_kind=audit.kind,
                    code=f"{place:02d}/{held.year}",
                    clause="8.5.1",
                    raised_on=held,
                    due_on=held + timedelta(days=90),
                    **told,
                )
            )
            if self.random.random() >= finished:
                continue
            kinds = ["disposed"] if grade == "observation" else ["completed", "verified"]
            for step, days in zip(kinds, (25, 40), strict=False):
                day = min(held + timedelta(days=days), today())
                said = {"disposition": "done"} if step == "disposed" else {}
                self.add(FindingStep(finding=finding, kind=step, on=day, **said, **self.told(day)))
