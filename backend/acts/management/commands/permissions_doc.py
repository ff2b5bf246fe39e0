"""permissions_doc: docs/permissions.md from the table of permissions."""

from acts.permissions import MAY, Right, Role
from core.generated import GeneratedPage, table
from core.labels import label

ROLES = [role.value for role in Role if role is not Role.SYSTEM]
INTRODUCTION = """# Who may do what

Written by `manage.py permissions_doc` from `MAY` in `backend/acts/permissions.py`; do not edit.
`tests/contract/test_permissions.py` tries every cell on every address.

- **yes**: does the act. An officer and a head only for their own agency and its predecessors.
- **for**: on behalf of the agency, with a reason that stays in the trail.
- Everybody signed in reads; an officer and a head see their own agency and its predecessors, and
  another agency's record is answered 404 as if it did not exist.
- The roles: {roles}.

"""


class Command(GeneratedPage):
    help = "Write docs/permissions.md from the table of permissions (--check: only compare)."
    page = "docs/permissions.md"

    def text(self) -> str:
        """The page: one row for each verb, one column for each role."""
        named = ", ".join(f"`{role}` {label('roles', role)}" for role in ROLES)
        rows = [
            [f"`{verb}`", label("acts", verb), *(cell(right, role) for role in ROLES)]
            for verb, right in MAY.items()
        ]
        return INTRODUCTION.format(roles=named) + table(["act", "tiếng Việt", *ROLES], rows)


def cell(right: Right, role: str) -> str:
    """yes, for (on behalf), or nothing."""
    if role in right.roles:
        return "yes"
    return "for" if right.on_behalf and role == Role.COORDINATOR else ""
