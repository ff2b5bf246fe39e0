"""The shipped register: who exists and who is obliged, on any day."""

from datetime import date

import pytest

from accounts.models import User
from agencies.models import Agency, AgencyName, Succession
from agencies.queries import agencies_in_scope_on, briefs, find_by_name
from agencies.register import load_register
from core.text import search_text, sort_key

pytestmark = pytest.mark.django_db


@pytest.mark.parametrize(
    ("day", "count"),
    [
        ("2010-02-03", 33),
        ("2019-12-31", 34),
        ("2025-02-28", 33),
        ("2025-03-01", 27),
        ("2025-07-01", 68),
        ("2026-11-22", 68),
    ],
)
def test_so_many_agencies_are_in_scope_on_a_day(day, count):
    assert agencies_in_scope_on(date.fromisoformat(day)).count() == count


def test_the_agencies_in_scope_of_2010_by_kind():
    kinds = agencies_in_scope_on(date(2010, 2, 3)).values_list("kind_on_day", flat=True)
    counted = {kind: list(kinds).count(kind) for kind in set(kinds)}
    assert counted == {"so": 16, "van_phong": 1, "thanh_tra": 1, "ban": 1, "ubnd_huyen": 14}


def test_loading_the_register_again_changes_nothing():
    before = Agency.objects.count(), AgencyName.objects.count(), Succession.objects.count()
    assert load_register(by=User.objects.system()) == {}
    assert before == (
        Agency.objects.count(),
        AgencyName.objects.count(),
        Succession.objects.count(),
    )


def test_every_name_carries_its_keys_for_sorting_and_searching():
    for name in AgencyName.objects.all():
        assert (name.sort_key, name.search_text) == (sort_key(name.name), search_text(name.name))


@pytest.mark.parametrize(
    ("text", "day", "code"),
    [
        ("UBND tỉnh Quảng Ninh", "2008-06-20", "UBND-TINH"),
        ("UBND tỉnh", "2008-06-20", "UBND-TINH"),
        ("so noi vu quang ninh", "2010-02-03", "SNV"),
        ("Sở Nội vụ", "2026-01-01", "SNV-2025"),
        ("UBND thị xã Móng Cái", "2007-05-01", "HUYEN-MONGCAI"),
        ("UBND thành phố Móng Cái", "2010-02-03", "HUYEN-MONGCAI"),
    ],
)
def test_a_source_names_an_agency_by_any_of_its_spellings(text, day, code):
    assert find_by_name(text, date.fromisoformat(day)).code == code


def test_sub_departments_outlive_their_parents():
    child = Agency.objects.get(code="SNNPTNT.CCKL")
    parents = {str(p.valid_from): p.parent.code for p in child.parents.all()}
    assert parents == {"None": "SNNPTNT", "2025-03-01": "SNNMT-2025"}


def test_an_agency_bears_its_last_name_after_its_end():
    ended = Agency.objects.get(code="HUYEN-DONGTRIEU")
    named = briefs(date(2026, 1, 1), [ended.pk])[ended.pk]
    assert named.name == "Ủy ban nhân dân thành phố Đông Triều"


def test_shipped_rows_never_show_as_changed_from_outside():
    for model in (Agency, AgencyName, Succession):
        verbs = model._meta.get_field("trail").related_model.objects.values_list(
            "pgh_context__metadata__verb", flat=True
        )
        assert set(verbs) == {"records.import"}
    assert User.objects.system().trail.get().pgh_context.metadata["verb"] == "account.create"
