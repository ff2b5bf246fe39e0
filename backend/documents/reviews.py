"""Which documents need a review, because what they carry out has changed: decided above."""

from collections.abc import Callable
from datetime import date

from django.db.models import BooleanField, Exists, ExpressionWrapper, Q

Review = Callable[[date], Exists]

_kept: list[Review] = []


def register(review: Review) -> None:
    """Let `review(day)` say as a condition of a document that it needs a review on the day."""
    _kept[:] = [review]


def needs_review_on(day: date) -> ExpressionWrapper:
    """Condition: the document needs a review on the day; none does while nobody has registered."""
    condition = Q(pk__in=[])
    for review in _kept:
        condition |= Q(review(day))
    return ExpressionWrapper(condition, output_field=BooleanField())
