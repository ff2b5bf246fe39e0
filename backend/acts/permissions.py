"""Who may do what: one table, read by the gate, the screens and the documentation."""

from typing import NamedTuple, Protocol

from django.db import models


class Role(models.TextChoices):
    OFFICER = "officer", "Cán bộ ISO của cơ quan"
    HEAD = "head", "Lãnh đạo cơ quan"
    COORDINATOR = "coordinator", "Chuyên viên UBND tỉnh, cơ quan thường trực"
    COUNCIL = "council", "Ban chỉ đạo ISO"
    ADMINISTRATOR = "administrator", "Quản trị hệ thống"
    SYSTEM = "system", "Hệ thống"


class Actor(Protocol):
    """Whoever acts; a user, without the gate knowing users."""

    pk: int
    role: str
    agency_id: int | None

    def predecessor_ids(self) -> set[int]:
        """Ids of the agencies that came before the actor's own."""


class Right(NamedTuple):
    """The roles that do an act themselves, and whether the coordinator may do it on behalf."""

    roles: frozenset[str]
    on_behalf: bool = False


_OFFICER, _HEAD, _COORD = Role.OFFICER.value, Role.HEAD.value, Role.COORDINATOR.value
_ADMIN, _COUNCIL = Role.ADMINISTRATOR.value, Role.COUNCIL.value
_EVERYBODY = (_OFFICER, _HEAD, _COORD, _COUNCIL, _ADMIN)


def _agency(*roles: str) -> Right:
    return Right(frozenset(roles), on_behalf=True)


def _only(*roles: str) -> Right:
    return Right(frozenset(roles))


# Source: domain reference 2.6-2.7, the Actor column; the contract's role map.
MAY: dict[str, Right] = {
    # register, catalogues, numbers of the law
    "agency.create": _only(_COORD, _ADMIN),
    "agency.rename": _only(_COORD, _ADMIN),
    "agency.identify": _only(_COORD, _ADMIN),
    "agency.alias": _only(_COORD, _ADMIN),
    "agency.succeed": _only(_COORD),
    "scope.record": _only(_ADMIN),
    "scope.correct": _only(_ADMIN),
    "scope.end": _only(_ADMIN),
    "policy.record": _only(_ADMIN),
    "policy.correct": _only(_ADMIN),
    "edition.record_date": _only(_ADMIN),
    "edition.correct_date": _only(_ADMIN),
    # whose account one may manage is a rule: accounts.rules.blockers_to_manage
    "account.create": _only(_HEAD, _COORD, _ADMIN),
    "account.change": _only(_HEAD, _COORD, _ADMIN),
    "account.close": _only(_HEAD, _COORD, _ADMIN),
    "account.reopen": _only(_HEAD, _COORD, _ADMIN),
    "account.reset_password": _only(_HEAD, _COORD, _ADMIN),
    "account.set_password": _only(*_EVERYBODY),
    "account.set_totp": _only(*_EVERYBODY),
    "account.reset_totp": _only(_HEAD, _COORD, _ADMIN),
    # plan and decision
    "rollout.open": _only(_OFFICER, _HEAD, _COORD),
    "rollout.correct": _only(_OFFICER, _HEAD, _COORD),
    "plan.record": _only(_OFFICER, _HEAD, _COORD),
    "plan.schedule": _only(_OFFICER, _HEAD, _COORD),
    "plan.submit": _agency(_HEAD),
    "plan.submit_paper": _agency(_OFFICER, _HEAD),
    "plan.return": _only(_COORD),
    "submission.receive": _only(_COORD),
    "appraisal.record": _only(_COORD),
    "appraisal.answer": _agency(_OFFICER, _HEAD),
    "decision.record": _only(_COORD, _HEAD),
    "directive.record": _only(_COORD),
    "directive.answer": _agency(_OFFICER, _HEAD),
    "exemption.grant": _only(_COORD),
    "exemption.end": _only(_COORD),
    # documents
    "document.list": _agency(_OFFICER, _HEAD),
    "document.withdraw": _agency(_OFFICER, _HEAD),
    "document.version": _agency(_OFFICER, _HEAD),
    "list.approve": _agency(_OFFICER, _HEAD),
    "promulgation.record": _agency(_HEAD, _OFFICER),
    "model_list.record": _only(_COORD),
    "model_list.correct": _only(_COORD),
    "model_list.end": _only(_COORD),
    # administrative procedures
    "procedure.record": _agency(_OFFICER, _HEAD),
    "procedure.change": _agency(_OFFICER, _HEAD),
    "procedure.link": _agency(_OFFICER, _HEAD),
    "procedure.unlink": _agency(_OFFICER, _HEAD),
    # audits, findings
    "audit.record": _only(_OFFICER, _HEAD, _COORD),
    "audit.record_result": _only(_OFFICER, _HEAD, _COORD),
    "inspection.record": _only(_COORD),
    "internal_audit.record": _agency(_OFFICER, _HEAD),
    "finding.raise": _only(_OFFICER, _HEAD, _COORD),
    "finding.plan_action": _agency(_OFFICER, _HEAD),
    "finding.close": _agency(_OFFICER, _HEAD),
    "finding.disposition": _agency(_OFFICER, _HEAD),
    "finding.extend": _only(_COORD),
    "finding.verify": _only(_COORD),
    "finding.check_effectiveness": _only(_COORD, _HEAD),
    "finding.reopen": _only(_COORD),
    # the yearly loop
    "review.record": _agency(_OFFICER, _HEAD),
    "training.record": _agency(_OFFICER, _HEAD),
    "board.record": _agency(_OFFICER, _HEAD),
    "year.record": _agency(_OFFICER, _HEAD),
    "confirmation.record": _agency(_OFFICER, _HEAD),
    # proofs
    "application.record": _agency(_OFFICER, _HEAD),
    "application.send": _agency(_OFFICER, _HEAD),
    "certificate.issue": _only(_COORD),
    "declaration.sign": _only(_HEAD),
    "status.record": _only(_COORD),
    "status.pause": _only(_HEAD, _COORD),
    # every fact
    "fact.correct": _only(_OFFICER, _HEAD, _COORD),
    "fact.confirm": _only(_COORD),
    "fact.void": _only(_COORD),
    "records.import": _only(_COORD),
    # a workbook: each row needs the right of its fact besides
    "workbook.load": _only(_OFFICER, _HEAD, _COORD),
    "import.undo": _only(_OFFICER, _HEAD, _COORD),
    "evidence.attach": _only(_OFFICER, _HEAD, _COORD),
    "evidence.replace": _only(_OFFICER, _HEAD, _COORD),
    "evidence.void": _only(_OFFICER, _HEAD, _COORD),
    # what the coordinator asks of an agency
    "request.ask": _only(_COORD),
    "request.answer": _agency(_OFFICER, _HEAD),
    "request.accept": _only(_COORD),
    "request.return": _only(_COORD),
    "request.withdraw": _only(_COORD),
    # what leaves the house; an officer and a head make the report of their own agency
    "report.make": _only(_OFFICER, _HEAD, _COORD, _COUNCIL),
    "report.make_again": _only(_OFFICER, _HEAD, _COORD, _COUNCIL),
    "report.edit_text": _only(_COORD),
    "report.enter_printed": _only(_COORD),
    "report.sign_off": _only(_COUNCIL),
    # programs that read the feeds
    "feed_client.issue": _only(_ADMIN),
    "feed_client.revoke": _only(_ADMIN),
    # the installation itself: no role's, done by the system's command on the server
    "backup.restore": _only(),
    # beside the trail
    "comment.write": _only(*_EVERYBODY),
    "comment.void": _only(*_EVERYBODY),
}

# They see their own agency and its predecessors, everybody else the province.
AT_HOME = {Role.OFFICER.value, Role.HEAD.value}


def may(actor: Actor, verb: str, home_agency_id: int | None) -> bool:
    """Whether the actor may do the verb to a record of that agency.

    An officer and a head stay at home: their own agency or one of its predecessors.
    The named system actor loads shipped data and may do everything.
    """
    if actor.role == Role.SYSTEM:
        return True
    right = MAY[verb]
    if actor.role in right.roles:
        if actor.role not in AT_HOME:
            return True
        return home_agency_id is not None and (
            home_agency_id == actor.agency_id or home_agency_id in actor.predecessor_ids()
        )
    return right.on_behalf and actor.role == _COORD


def verbs_of(role: str) -> list[str]:
    """Every verb that a role may do somewhere; on which records, `may` says."""
    return [
        verb
        for verb, right in MAY.items()
        if role in right.roles or (right.on_behalf and role == _COORD)
    ]


def acts_on_behalf(actor: Actor, verb: str) -> bool:
    """Whether the coordinator would do an agency's own act, which needs a reason."""
    return actor.role == _COORD and actor.role not in MAY[verb].roles and MAY[verb].on_behalf
