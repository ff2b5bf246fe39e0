"""A question of the ORM that is written once asks the same of every day."""

from datetime import date, timedelta

import pytest

from agencies.models import Agency
from agencies.queries import agencies_in_scope_on, named_on
from core.days import add_months
from core.rawsql import answers, of_day


def in_scope(day):
    return agencies_in_scope_on(day).order_by("code").values_list("code", "name_on_day")


@pytest.mark.django_db
@pytest.mark.parametrize("day", [date(2009, 9, 7), date(2020, 1, 1), date(2026, 11, 29)])
def test_it_answers_as_the_orm_does(day):
    assert answers(of_day(in_scope), day=day) == list(in_scope(day))


@pytest.mark.django_db
def test_a_question_that_reckons_with_its_day_is_refused():
    def since_two_years(day):
        return Agency.objects.filter(valid_from__gt=add_months(day, -24))

    def in_its_year(day):
        return named_on(day + timedelta(days=1)).filter(valid_from__year=day.year)

    for question in (since_two_years, in_its_year):
        with pytest.raises(ValueError, match="reckons"):
            of_day(question)
