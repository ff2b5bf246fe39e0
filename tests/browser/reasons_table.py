"""Which disabled button shows which reason: one row for each code that a record's state gives.

`tests/contract/test_reasons.py` holds this table against the rules that stand behind the buttons.
"""

from typing import NamedTuple

from tests.browser.reasons_records import HEAD, OFFICER, READY_HEAD

COORDINATOR, ADMINISTRATOR, COUNCIL = "chuyenvien", "quantri", "bcd"


class Sight(NamedTuple):
    """A button: on whose screen, at which record, for which act, in the menu or in the open.

    `tab` is for acts on an agency or a rollout; `name` where the button is not called by its act.
    """

    record: str
    act: str
    who: str = COORDINATOR
    menu: bool = True
    tab: str = ""
    name: str = ""


def seen(record, act, *codes, **where):
    """The same button for several codes: it says all its reasons at once."""
    return {code: Sight(record, act, **where) for code in codes}


def at(rollout, tab, act, *codes, **where):
    """A button of a rollout's or an agency's own, above its records."""
    return seen(rollout, act, *codes, menu=False, tab=tab, **where)


SIGHTS = {
    # plan, appraisal, decision
    **seen(
        "plans of bare",
        "plan.submit",
        "plan.title_missing",
        "plan.completed_on_missing",
        "plan.scope_missing",
        "plan.owner_missing",
        "act.same_person",
        menu=False,
    ),
    **seen("plans of bare", "plan.return", "plan.not_submitted", menu=False),
    **at("bare", "plan", "plan.record", "plan.exists"),
    **seen("plans of sent", "plan.submit", "plan.already_submitted", menu=False),
    **seen("submissions of sent", "submission.receive", "submission.already_received"),
    **seen("submissions of paper", "fact.confirm", "fact.confirmed_by_recorder"),
    **seen("plans of back", "plan.submit", "plan.opinion_unanswered", menu=False),
    **seen("plans of back", "plan.return", "plan.already_returned", menu=False),
    **seen(
        "appraisals of again",
        "appraisal.answer",
        "appraisal.answers_sent",
        menu=False,
        name="Sửa trả lời ý kiến 1",
    ),
    **seen(
        "plans of passed", "plan.return", "plan.already_appraised", "plan.already_approved",
        menu=False,
    ),
    **seen("plans of passed", "fact.confirm", "fact.already_confirmed"),
    **seen("appraisals of passed", "fact.correct", "fact.of_the_province", who=OFFICER),
    # what the agency is asked, and let off
    **seen("request open", "request.accept", "enquiry.not_answered", menu=False),
    **seen("request answered", "request.answer", "enquiry.answered", menu=False),
    **seen("request withdrawn", "request.accept", "enquiry.closed"),
    **seen("exemption", "exemption.end", "exemption.already_ended"),
    **at("agency", "years", "confirmation.record", "confirmation.exists"),
    # documents
    **at("bare", "documents", "promulgation.record", "promulgation.no_documents"),
    **at("bare", "documents", "list.approve", "list_approval.empty"),
    **seen("document", "document.withdraw", "document.already_withdrawn"),
    # findings
    **seen("NC-01", "finding.close", "finding.clause_missing", menu=False),
    **seen("NC-01", "finding.verify", "finding.not_completed", menu=False),
    **seen("NC-01", "finding.check_effectiveness", "finding.not_verified", menu=False),
    **seen("NC-01", "finding.reopen", "finding.not_closed", menu=False),
    **seen("NC-02", "finding.verify", "finding.verified_by_doer", menu=False),
    **seen(
        "NC-02",
        "finding.check_effectiveness",
        "finding.checked_by_doer",
        "finding.checked_too_early",
        menu=False,
    ),
    **seen("NC-03", "finding.close", "finding.already_closed", menu=False),
    **seen("NC-04", "finding.verify", "finding.already_verified", menu=False),
    **seen("NC-05", "finding.check_effectiveness", "finding.already_checked", menu=False),
    **seen("LY-01", "finding.disposition", "finding.already_disposed", menu=False),
    **seen("audit", "finding.raise", "audit.not_held"),
    # proofs
    **at(
        "found",
        "proofs",
        "certificate.issue",
        "certificate.major_open",
        "certificate.minor_without_plan",
        "certificate.stage2_again",
        "certificate.restoration_too_late",
    ),
    **at("bare", "proofs", "certificate.issue", "certificate.not_audited"),
    **seen("applications of bare", "application.send", "application.not_audited", menu=False),
    **seen(
        "applications of found", "application.send", "application.nonconformity_open", menu=False
    ),
    **seen("applications of applied", "application.send", "application.already_sent"),
    **seen("applications of returned", "application.send", "application.returned", menu=False),
    **at(
        "own",
        "proofs",
        "declaration.sign",
        "declaration.internal_audit_missing",
        "declaration.review_missing",
        "declaration.documents_not_in_force",
        who=HEAD,
    ),
    # talk, workbooks
    **seen("comment", "comment.void", "comment.of_another", who=OFFICER, tab="history"),
    **seen("import", "import.undo", "import.row_changed", "import.has_dependents"),
    **seen("undone", "import.undo", "import.already_undone"),
    **seen("skipped", "import.undo", "import.nothing_to_undo", who=OFFICER),
    **seen("model list", "model_list.end", "model_list.ended"),
    # people and programs
    **seen(OFFICER, "account.reopen", "account.not_closed"),
    **seen(OFFICER, "account.reset_totp", "account.totp_not_set"),
    **seen("cu.bql", "account.close", "account.closed"),
    **seen("cu.dan-so", "account.reopen", "agency.ended"),
    **seen("bcd", "account.close", "account.role_not_yours"),
    **seen("quantri", "account.close", "account.own", who=ADMINISTRATOR),
    **seen("client", "feed_client.revoke", "feed_client.revoked", who=ADMINISTRATOR, menu=False),
    # reports
    **seen("report", "report.sign_off", "report.signed_off", who=COUNCIL, menu=False),
    **seen("report waiting", "report.sign_off", "report.not_ready", who=COUNCIL, menu=False),
}  # fmt: skip


# The server names the act and why not; the page shows no button, since it never applies there.
HIDDEN = {
    "act.not_yours": Sight("plans of paper", "plan.submit", who=OFFICER, menu=False),
    "application.wrong_track": Sight("own", "application.record", menu=False, tab="proofs"),
    "certificate.wrong_track": Sight("own", "certificate.issue", menu=False, tab="proofs"),
    "declaration.wrong_track": Sight(
        "bare", "declaration.sign", who=HEAD, menu=False, tab="proofs"
    ),
    "finding.nonconformity_is_closed": Sight("NC-02", "finding.disposition", menu=False),
    "finding.observation_is_disposed": Sight("LY-02", "finding.close", menu=False),
    "four_eyes.paper_not_allowed": Sight(
        "plans of ready", "plan.submit_paper", who=READY_HEAD, menu=False
    ),
    "report.no_texts": Sight("report", "report.edit_text", menu=False),
    "report.not_failed": Sight("report", "report.make_again", who=COUNCIL, menu=False),
}
