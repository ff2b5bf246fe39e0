"""What the board counts, told to the plain lists of documents and findings below."""

from datetime import date
from typing import Any

from django.db.models import QuerySet

from audits.board_scope import ON_BOARD as FINDINGS
from core.rawsql import among
from documents.board_scope import ON_BOARD as DOCUMENTS
from progress.standing import own_lists_on, speaking_on


def on_own_lists(documents: QuerySet[Any], day: date) -> QuerySet[Any]:
    """Documents on the own list of each agency in scope."""
    return documents.filter(among("rollout_id", [own.rollout for own in own_lists_on(day)]))


def number_on_own_lists(day: date) -> int:
    """How many documents these are: `planned` on the board."""
    return sum(own.counted for own in own_lists_on(day))


def of_current_rollouts(rows: QuerySet[Any], day: date) -> QuerySet[Any]:
    """Rows with a rollout, of the rollout that speaks for each agency in scope."""
    return rows.filter(among("rollout_id", [one.rollout for one in speaking_on(day)]))


def number_of_findings(day: date) -> int:
    """How many external findings these rollouts have: those of the board, of every grade."""
    return sum(one.counted for one in speaking_on(day))


DOCUMENTS.register(on_own_lists, number_on_own_lists)
FINDINGS.register(of_current_rollouts, number_of_findings)
