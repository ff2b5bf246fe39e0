"""Files that prove a record: any fact names them, a part above keeps them.

`evidence` registers how; without it no fact bears files.
"""

from collections.abc import Callable, Sequence
from typing import Any

from django.db.models import Model

from acts.permissions import Actor

Attach = Callable[..., None]
Show = Callable[[Any, Actor], list[dict[str, Any]]]

_keeper: list[tuple[Attach, Show]] = []


def proofs_kept_by(*, attach: Attach, show: Show) -> None:
    """Register who attaches files to a record and who shows them."""
    _keeper[:] = [(attach, show)]


def attach_proofs(
    record: Model, ids: Sequence[int] | None, *, whole: bool, reason: str, by: Actor
) -> None:
    """Attach the files of these ids to a record, by an act of its own; None leaves all as it is.

    With `whole` these are all its files. Raises Malformed for a file that `by` does not see.
    """
    if ids is None or not (ids or whole):
        return
    for attach, _ in _keeper:
        attach(record, list(ids), whole=whole, reason=reason, by=by)


def bears_proofs(record: Model) -> bool:
    """Whether files may be attached to it: whatever an act locks a root for."""
    return hasattr(record, "root")


def proofs_of(record: Model, user: Actor) -> list[dict[str, Any]]:
    """The files of a record that this user sees, for its detail answer."""
    return [proof for _, show in _keeper for proof in show(record, user)]
