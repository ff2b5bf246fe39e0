"""What people write in cells, read as days, codes, numbers and yes or no."""

from datetime import date, datetime, timedelta

import pytest
from hypothesis import given
from hypothesis import strategies as st

from agencies.queries import find_by_name
from core.days import PartialDate
from imports.workbooks import values
from imports.workbooks.values import Fault, Guess

DAYS = st.dates(date(1990, 1, 1), date(2099, 12, 31))


def meant(found):
    return found.value if isinstance(found, Guess) else found


@given(DAYS, st.sampled_from(["/", "-", "."]), st.booleans(), st.sampled_from(["", " "]))
def test_a_day_in_any_of_the_usual_forms_is_that_day(day, mark, padded, space):
    form = "{:02d}{}{:02d}{}{:04d}" if padded else "{}{}{}{}{:04d}"
    joint = f"{space}{mark}{space}"
    text = form.format(day.day, joint, day.month, joint, day.year)
    assert values.day(text) == PartialDate(day)
    assert values.day(f"ngày {day.day} tháng {day.month} năm {day.year}") == PartialDate(day)
    assert values.day(day.isoformat()) == PartialDate(day)
    assert values.day(datetime(day.year, day.month, day.day, 8)) == PartialDate(day)
    assert values.exact_day(day) == day


@given(st.integers(1990, 2099), st.integers(1, 12))
def test_a_month_or_a_year_alone_keeps_its_precision(year, month):
    assert meant(values.day(f"{month}/{year}")) == PartialDate(date(year, month, 1), "month")
    assert meant(values.day(f"tháng {month}/{year}")) == PartialDate(date(year, month, 1), "month")
    for text in (str(year), year, float(year), f"năm {year}"):
        assert meant(values.day(text)) == PartialDate(date(year, 1, 1), "year")
    with pytest.raises(Fault) as fault:
        values.exact_day(str(year))
    assert fault.value.code == "workbook.whole_day_needed"


@given(st.dates(date(2000, 1, 1), date(2099, 12, 31)))
def test_a_day_of_excel_that_lost_its_format_is_guessed(day):
    serial = (day - date(1899, 12, 30)).days
    found = values.day(serial)
    assert isinstance(found, Guess)
    assert found.value == PartialDate(day)


@given(st.text(max_size=40) | st.integers() | st.floats(allow_nan=False) | st.booleans())
def test_whatever_stands_in_a_cell_is_a_day_or_named_as_a_fault(raw):
    try:
        found = meant(values.day(raw))
    except Fault:
        return  # any other exception would fail the test
    assert 1990 <= found.day.year <= 2100


@pytest.mark.parametrize(("text", "code"), [
    ("31/02/2010", "workbook.no_such_day"), ("3/2/10", "workbook.year_missing"),
    ("13/13/2010", "workbook.no_such_day"), ("hôm qua", "workbook.not_a_day"),
    ("3/2", "workbook.year_missing"), ("01/01/1875", "workbook.no_such_day"),
])  # fmt: skip
def test_what_is_no_day_says_why(text, code):
    with pytest.raises(Fault) as fault:
        values.day(text)
    assert fault.value.code == code


@pytest.mark.parametrize(
    ("text", "told"),
    [("x", True), ("X", True), ("Có", True), ("không", False), (True, True), ("0", False)],
)
def test_yes_and_no_as_people_mark_them(text, told):
    assert meant(values.flag(text)) is told


@pytest.mark.parametrize("raw", [None, "?", "chưa rõ", "-", "…"])
def test_blank_and_unknown_are_neither_yes_nor_no(raw):
    assert values.is_unknown(raw)


@pytest.mark.parametrize(
    ("text", "number"), [("1.234.567", 1234567), ("1 234", 1234), (12.0, 12), ("-5", -5)]
)
def test_numbers_as_vietnamese_staff_write_them(text, number):
    assert values.whole(-10, 10**9)(text) == number


def test_codes_by_label_other_word_or_nearly():
    read = values.code("grades", ["major", "minor", "observation"], {"loại 2": "minor"})
    assert [
        meant(read(t))
        for t in ("minor", "LOẠI 2", "Điểm không phù hợp loại 1", "Điểm lưu ý, khuyến nghi")
    ] == ["minor", "minor", "major", "observation"]
    with pytest.raises(Fault):
        read("loại 9")


@pytest.mark.django_db
def test_names_mean_the_same_as_everywhere_else():
    from agencies.models import AgencyAlias, AgencyName
    from imports.workbooks.naming import Names

    names = Names()
    days = [
        date(2009, 12, 31),
        date(2019, 6, 1),
        date(2025, 2, 28),
        date(2025, 3, 1),
        date(2026, 1, 1),
    ]
    texts = {
        *AgencyName.objects.values_list("name", flat=True),
        *AgencyAlias.objects.values_list("text", flat=True),
    }
    unlike = []
    for text in texts:
        for day in days:
            try:
                ours = meant(names.meant(text, day))
            except Fault:
                ours = None
            if ours != find_by_name(text, day):
                unlike.append((text, day, ours))
    assert not unlike, unlike[:5]


def test_a_day_one_day_earlier_is_another_day():
    assert values.day("01/03/2009") != values.day(date(2009, 3, 1) - timedelta(days=1))
