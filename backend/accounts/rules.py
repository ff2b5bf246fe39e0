"""What an account needs, who may manage it, and whose eyes are a second pair."""

from collections.abc import Iterator
from datetime import date
from typing import Any

from accounts.models import User
from acts.permissions import Actor, Role
from agencies.models import Agency
from agencies.queries import briefs
from agencies.rules import ended
from core.days import today
from core.rules import Blocker
from standards.queries import policy_on

OF_AN_AGENCY = {Role.OFFICER.value, Role.HEAD.value}
# Whose accounts a role manages; a head those of the own agency. Source: contract 2, issue 3.
MANAGES: dict[str, set[str]] = {
    Role.ADMINISTRATOR: set(Role.values) - {Role.SYSTEM.value},
    Role.SYSTEM: set(Role.values),
    Role.COORDINATOR: OF_AN_AGENCY,
    Role.HEAD: {Role.OFFICER.value},
}


def blockers_to_create(username: str, role: str, agency: Agency | None) -> Iterator[Blocker]:
    """One name, one role; officers and heads belong to a living agency, others to none.

    Source: contract 2.
    """
    if User.objects.filter(username__iexact=username).exists():
        yield Blocker("account.exists", {"username": username}, "/username")
    yield from blockers_of_role(role, agency)


def blockers_of_role(role: str, agency: Agency | None) -> Iterator[Blocker]:
    """Officers and heads belong to a living agency, others to none. Source: contract 2."""
    if role in OF_AN_AGENCY and agency is None:
        yield Blocker("account.agency_missing", {}, "/agency")
    if role not in OF_AN_AGENCY and agency is not None:
        yield Blocker("account.of_no_agency", {}, "/agency")
    if agency and agency.valid_to and agency.valid_to < today():
        yield ended(agency, "/agency")


def blockers_to_hand_out(role: str, agency_id: int | None, by: Actor) -> Iterator[Blocker]:
    """A coordinator hands out accounts of agencies, a head those of the own officers.

    Source: contract 2; issue 3, roles and scope.
    """
    if role not in MANAGES.get(by.role, set()):
        yield Blocker("account.role_not_yours", {"role": role}, "/role")
    if by.role == Role.HEAD and agency_id != by.agency_id:
        yield Blocker("account.agency_not_yours", {}, "/agency")


def blockers_to_manage(account: User, by: Actor) -> Iterator[Blocker]:
    """Whose account somebody may change: those that this role could hand out, and the own."""
    if account.pk != by.pk:
        yield from blockers_to_hand_out(account.role, account.agency_id, by)


def blockers_of_change(
    account: User, role: str, agency: Agency | None, by: Actor
) -> Iterator[Blocker]:
    """Nobody changes the own role; the new one fits the agency and is one's to hand out."""
    home = agency.pk if agency else None
    if (role, home) == (account.role, account.agency_id):
        return
    if account.pk == by.pk:
        yield Blocker("account.own_role", {}, "/role")
    yield from blockers_of_role(role, agency)
    yield from blockers_to_hand_out(role, home, by)


def blockers_to_close(account: User) -> Iterator[Blocker]:
    """An account is closed once."""
    if not account.is_active:
        yield Blocker("account.closed")


def blockers_to_reopen(account: User) -> Iterator[Blocker]:
    """Only a closed account is opened again, and none of an agency that ended. Contract 2."""
    if account.is_active:
        yield Blocker("account.not_closed")
    yield from blockers_of_role(account.role, account.agency)


def blockers_to_set_totp(account: User) -> Iterator[Blocker]:
    """One app per account: another one only after a reset. Source: issue 5, installation."""
    if account.totp_since:
        yield Blocker("account.totp_set")


def blockers_to_reset_totp(account: User) -> Iterator[Blocker]:
    """Only what was set up is taken off. Source: issue 5, installation."""
    if account.totp_since is None:
        yield Blocker("account.totp_not_set")


def blockers_of_own_account(account: User, by: Actor) -> Iterator[Blocker]:
    """Nobody locks oneself out: an administrator always remains."""
    if account.pk == by.pk:
        yield Blocker("account.own")


def same_person(one: User, other: Any) -> bool:
    """Whether two accounts are one person's: the same account, or the same name and contact."""
    if one.pk == other.pk:
        return True
    return bool(one.person_key) and one.person_key == getattr(other, "person_key", "")


def blockers_of_same_person(first: User | None, by: Actor) -> Iterator[Blocker]:
    """Who prepared does not submit, whatever role either account has. Source: issue 3, four eyes.

    A rule of practice: the coordinator may record what was done otherwise in its day.
    """
    if first and by.role != Role.SYSTEM and same_person(first, by):
        yield Blocker("act.same_person", {"name": first.name or first.username}, irregular=True)


def blockers_of_own_fact(fact: Any, by: Actor) -> Iterator[Blocker]:
    """Who recorded a fact does not confirm it, where the province asks for four eyes.

    Always so where the confirmation stands for the head's own act (signed on paper). Source:
    issue 3, four eyes; policy value `four_eyes.confirm`.
    """
    if by.role == Role.SYSTEM or not fact.recorded_by or not same_person(fact.recorded_by, by):
        return
    always = getattr(fact, "needs_second_pair_of_eyes", False)
    if always or policy_on(today()).values.get("four_eyes.confirm", (0, ""))[0]:
        yield Blocker("fact.confirmed_by_recorder")


def kind_on(agency_id: int, day: date) -> str:
    """The agency's kind on the day."""
    brief = briefs(day, [agency_id]).get(agency_id)
    return brief.kind if brief else ""


def allowed_for_kind(code: str, agency_id: int, day: date) -> bool:
    """Whether the policy value `code.kind` lets this kind of agency; no row means no."""
    value = policy_on(day).values.get(f"{code}.{kind_on(agency_id, day)}")
    return bool(value and value[0])
