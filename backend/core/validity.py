"""Whether a dated row holds on a day, has ended before it or begins after it."""

from datetime import date

from django.db.models import Case, CharField, Value, When

VALIDITY_STATES = ["current", "coming", "past"]


def validity_on(day: date) -> Case:
    """SQL expression over `valid_from` and `valid_to`, both inclusive, open ends allowed."""
    return Case(
        When(valid_to__lt=day, then=Value("past")),
        When(valid_from__gt=day, then=Value("coming")),
        default=Value("current"),
        output_field=CharField(),
    )
