"""The report of one agency: what is on record of it on a day, each sentence from a record."""

from typing import Any

from django.db.models import QuerySet

from audits.models import Audit
from audits.queries import (
    external_audits_held_on,
    inspections_held_on,
    internal_audits_held_on,
    with_state_on,
)
from certificates.models import Application, Certificate, Declaration
from core.labels import label
from documents.models import Promulgation
from maintenance.models import MaintenanceYear
from maintenance.queries import (
    boards_decided_on,
    reviews_held_on,
    trainings_held_on,
    years_begun_on,
)
from plans.models import Appraisal, Decision, Plan, Submission, Task
from progress.agencies import AgencyOnDay
from progress.rows import lead_times
from progress.stages import RolloutOnDay
from progress.yardsticks import Yardsticks
from reports.counts_in_words import grades_text, kinds_text
from reports.vietnamese import day_of, day_text, share_text
from reports.wording import Writing, catalogue
from standards.models import Edition


def written(agency: AgencyOnDay, name: str, yard: Yardsticks) -> Writing:
    """The text of the report, and what is missing in the records."""
    return _Report(agency, name, yard).write()


class _Report:
    """One report while it is written. Each method writes a section."""

    def __init__(self, agency: AgencyOnDay, name: str, yard: Yardsticks):
        self.agency, self.name, self.yard, self.day = agency, name, yard, yard.day
        self.rollout = agency.current
        self.text = Writing()
        self.editions = dict(Edition.objects.values_list("code", "title"))

    def write(self) -> Writing:
        if self.rollout is None:
            self.text.section("now")
            self.text.say("stage", None)
            return self.text
        for section in (
            self._plan, self._documents, self._operation, self._audits, self._proof, self._now
        ):  # fmt: skip
            section(self.rollout)
        return self.text

    def _latest(self, rows: QuerySet[Any]) -> Any:
        """The latest of facts that count by the day."""
        return rows.filter(counts_on__lte=self.day).order_by("-counts_on", "-pk").first()

    def _of_agency(self, rows: QuerySet[Any]) -> QuerySet[Any]:
        return rows.filter(agency=self.agency.id)

    def _plan(self, rollout: RolloutOnDay) -> None:
        text, mine = self.text, {"rollout": rollout.id}
        text.section("plan")
        plan = self._latest(Plan.objects.filter(**mine))
        kind = label("plan_kinds", plan.kind).lower() if plan else "đề án"
        text.say("plan", plan and {
            "when": day_of(plan, "completed_on"), "agency": self.name, "title": plan.title,
            "kind": kind, "owner": plan.owner_position or plan.owner_name,
        }, f"plan:{plan.pk}" if plan else None)  # fmt: skip
        sent = self._latest(Submission.objects.filter(**mine))
        text.say("submission", sent and {
            "agency": self.name, "number": sent.number, "when": day_of(sent, "sent_on"),
        }, f"submission:{sent.pk}" if sent else None)  # fmt: skip
        judged = self._latest(Appraisal.objects.filter(**mine))
        text.say("appraisal", judged and {
            "council": judged.council or "Hội đồng thẩm định", "when": day_of(judged, "met_on"),
            "result": label("appraisal_results", judged.result).lower(),
        }, f"appraisal:{judged.pk}" if judged else None)  # fmt: skip
        self._decision(rollout, kind)
        board = self._latest(self._of_agency(boards_decided_on(self.day)))
        text.say("board", board and {
            "number": board.number, "when": day_of(board, "decided_on"), "head": board.head,
        }, f"board:{board.pk}" if board else None)  # fmt: skip
        self._directives(rollout)

    def _decision(self, rollout: RolloutOnDay, kind: str) -> None:
        papers = Decision.objects.filter(
            rollouts=rollout.id, kind="approve", document__counts_on__lte=self.day
        )
        decision = papers.select_related("document").order_by("document__counts_on", "pk").first()
        if decision is None:
            self.text.say("decision", None)
            return
        paper = decision.document
        facts = {
            "issuer": paper.issuer, "number": paper.number, "when": day_of(paper, "signed_on"),
            "days": lead_times(rollout)["plan_to_decision"], "kind": kind,
        }  # fmt: skip
        self.text.say("decision", facts, f"decision:{decision.pk}")

    def _directives(self, rollout: RolloutOnDay) -> None:
        tasks = Task.objects.filter(
            rollout=rollout.id, directive__document__counts_on__lte=self.day
        ).select_related("directive__document")
        for task in tasks.order_by("directive__document__counts_on", "pk"):
            paper, directive = task.directive.document, task.directive
            facts = {
                "number": paper.number, "when": day_of(paper, "signed_on"),
                "issuer": paper.issuer, "agency": self.name, "what": task.what,
                "before": self.editions.get(str(directive.transition_from_id)),
                "after": self.editions.get(str(directive.transition_to_id)),
            }  # fmt: skip
            code = "transition" if directive.transition_to_id else "task"
            self.text.say(code, facts, f"directive:{directive.pk}")

    def _documents(self, rollout: RolloutOnDay) -> None:
        text, listing = self.text, self.agency.listing
        text.section("documents")
        if listing is None or not listing.listed:
            text.say("documents", None)
        else:
            about = f"rollout:{listing.id}"
            counts = {"total": listing.listed, "in_force": listing.in_effect}
            text.say("documents", {
                "day": day_text(self.day), "agency": self.name, **counts,
                "kinds": kinds_text(listing.kinds or {}),
            }, about)  # fmt: skip
            whole = listing.in_effect == listing.listed
            share = share_text(listing.in_effect, listing.listed)
            code = "documents_all_in_force" if whole else "documents_in_force"
            text.say(code, {**counts, "share": share}, about)
            if listing.placeholders:
                text.missing("documents", "list", about)
        issued = self._latest(Promulgation.objects.filter(rollout=rollout.id))
        text.say("promulgation", issued and {
            "number": issued.number, "when": day_of(issued, "signed_on"),
            "effective": day_text(issued.effective_on),
        }, f"promulgation:{issued.pk}" if issued else None)  # fmt: skip
        held = list(self._of_agency(trainings_held_on(self.day)).order_by("counts_on", "pk"))
        if not held:
            text.say("training", None)
        for one in held[-5:]:
            facts = {
                "topic": catalogue()["topic"][one.topic], "when": day_of(one, "held_on"),
                "people": one.participants,
            }  # fmt: skip
            text.say("training", facts, f"training:{one.pk}")

    def _operation(self, rollout: RolloutOnDay) -> None:
        text = self.text
        text.section("operation")
        audit = self._latest(self._of_agency(internal_audits_held_on(self.day)))
        text.say(
            "internal_audit",
            audit and {"when": day_of(audit, "to_on") or day_of(audit, "from_on")},
            f"audit:{audit.pk}" if audit else None,
        )
        review = self._latest(self._of_agency(reviews_held_on(self.day)))
        text.say("review", review and {
            "when": day_of(review, "held_on"), "chair": review.chair,
        }, f"managementreview:{review.pk}" if review else None)  # fmt: skip
        seen = self._latest(self._of_agency(inspections_held_on(self.day)))
        if seen:
            result = label("inspection_results", seen.result).lower() if seen.result else None
            text.say("inspection", {
                "when": day_of(seen, "to_on") or day_of(seen, "from_on"), "result": result,
            }, f"audit:{seen.pk}")  # fmt: skip

    def _audits(self, rollout: RolloutOnDay) -> None:
        self.text.section("audit")
        held = external_audits_held_on(self.day).filter(rollout=rollout.id)
        audits = list(held.select_related("body").order_by("counts_on", "pk"))
        if not audits:
            self.text.say("audit", None)
        for audit in audits:
            self._audit(audit, rollout)

    def _audit(self, audit: Audit, rollout: RolloutOnDay) -> None:
        text, about = self.text, f"audit:{audit.pk}"
        body = audit.body.code if audit.body else None
        first = audit.counts_on == rollout.full_audit_on
        text.say("audit", {
            "when": day_of(audit, "to_on") or day_of(audit, "from_on"), "body": body,
            "type": label("audit_types", audit.type).lower(), "agency": self.name,
            "edition": self.editions.get(str(audit.edition_id)),
            "days": lead_times(rollout)["decision_to_audit"] if first else None,
        }, about)  # fmt: skip
        raised = with_state_on(self.day, audit.findings.filter(counts_on__lte=self.day))
        findings = list(raised.order_by("pk"))
        if not findings:
            text.say("no_findings", {}, about)
            return
        text.say("findings", {
            "body": body or "đoàn đánh giá", "total": len(findings),
            "grades": grades_text(findings, 0),
        }, about)  # fmt: skip
        self._corrections(findings, about)

    def _corrections(self, findings: list[Any], about: str) -> None:
        text = self.text
        faults = [one for one in findings if one.is_nonconformity]
        unfinished = [one for one in findings if one.is_open or one.is_undisposed]
        counts = {"total": len(faults), "open": sum(one.is_open for one in faults)}
        if not unfinished:
            early = sorted({one.days_early for one in faults if one.days_early is not None})
            known = len(early) == 1 and early[0] >= 0
            text.say("all_corrected", {
                "agency": self.name, "grades": grades_text(findings, 1),
                "early": early[0] if known else None,
            }, about)  # fmt: skip
        elif faults:
            done = counts["total"] - counts["open"]
            text.say("corrected", {"agency": self.name, "done": done, **counts}, about)
        overdue = sum(one.is_overdue for one in findings)
        if overdue:
            text.say("overdue", {"overdue": overdue}, about)
        if any(one.is_unverified for one in faults):
            text.missing("findings", "verified", about)
        elif faults:
            text.say("verified", counts, about)

    def _proof(self, rollout: RolloutOnDay) -> None:
        text = self.text
        text.section("proof")
        asked = Application.objects.filter(rollout=rollout.id).order_by("pk").last()
        sent = asked is not None and asked.counts_on is not None and asked.counts_on <= self.day
        known = asked is not None and (sent or asked.reported_by <= self.day)
        if asked is not None and known:
            about = f"application:{asked.pk}"
            text.say("application_sent" if sent else "application_prepared", {
                "agency": self.name, "number": asked.number, "addressee": asked.addressee,
                "when": day_of(asked, "sent_on") if sent else None,
            }, about)  # fmt: skip
            if not sent:
                text.missing("application_prepared", "sent", about)
        elif rollout.track != "declaration":
            text.say("application_sent", None)
        self._proof_in_force(rollout)
        if self.agency.proven and self.agency.maintained != "unknown":
            code = "maintained" if self.agency.maintained == "yes" else "not_maintained"
            text.say(code, {"months": self.yard.maintenance_months}, f"agency:{self.agency.code}")
        year: MaintenanceYear | None = (
            self._of_agency(years_begun_on(self.day)).order_by("-year").first()
        )
        if year:
            text.say("year", {
                "year": year.year, "number": year.plan_number,
                "when": day_text(year.plan_signed_on),
            }, f"maintenanceyear:{year.pk}")  # fmt: skip

    def _proof_in_force(self, rollout: RolloutOnDay) -> None:
        text, about = self.text, f"{rollout.proof_kind}:{rollout.proof_id}"
        if rollout.proof_kind == "certificate":
            proof = Certificate.objects.get(pk=rollout.proof_id or 0)
            text.say("certificate", {
                "issuer": proof.issuer, "number": proof.number, "when": day_of(proof, "issued_on"),
                "edition": self.editions.get(str(proof.edition_id)),
                "until": day_text(proof.valid_to),
            }, about)  # fmt: skip
        elif rollout.proof_kind == "declaration":
            said = Declaration.objects.get(pk=rollout.proof_id or 0)
            text.say("declaration", {
                "agency": self.name, "number": said.number, "when": day_of(said, "signed_on"),
                "edition": self.editions.get(str(said.edition_id)),
            }, about)  # fmt: skip
        if rollout.suspended and rollout.suspended_since:
            text.say("suspended", {"since": day_text(rollout.suspended_since)}, about)
        ended = {"withdrawn": rollout.withdrawn_since, "lapsed": rollout.lapsed_since}
        if rollout.stage in ended:
            text.say("proof_ended", {
                "since": day_text(ended[rollout.stage]),
                "stage": label("stages", rollout.stage).lower(),
            }, f"rollout:{rollout.id}")  # fmt: skip

    def _now(self, rollout: RolloutOnDay) -> None:
        text, about = self.text, f"rollout:{rollout.id}"
        text.section("now")
        text.say("stage", {
            "day": day_text(self.day), "agency": self.name,
            "stage": label("stages", rollout.stage), "since": day_text(rollout.stage_since),
            "track": label("tracks", rollout.track).lower().replace("qđ", "QĐ"),
            "edition": self.editions.get(rollout.edition),
        }, about)  # fmt: skip
        if rollout.missing_original:
            text.missing("decision", "original", about)
        if rollout.unconfirmed:
            text.missing("stage", "unconfirmed", about)
