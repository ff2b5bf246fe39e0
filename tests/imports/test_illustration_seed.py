"""Chance in the demonstration province follows from its seed."""

import pytest
from django.db import transaction

from core.days import today
from imports.illustration import load
from progress.summaries import summary_on


@pytest.mark.heavy
@pytest.mark.django_db
def test_the_same_seed_gives_the_same_province():
    provinces = []
    for _ in range(2):
        whole = transaction.atomic()
        whole._from_testcase = True
        with whole:
            counts = load()
            figures = summary_on(today())
            figures.pop("lists")
            provinces.append((counts, figures))
            transaction.set_rollback(True)
    assert provinces[0] == provinces[1]
