"""Days, numbers and shares as an office writes them. Source: Nghị định 30/2020/NĐ-CP, Phụ lục I."""

from datetime import date

from core.days import MONTH, YEAR, partial


def day_text(day: date | None, precision: str = "day") -> str | None:
    """06/7/2007: the day in two digits, of the months only 1 and 2; None for no day."""
    if day is None:
        return None
    if precision == YEAR:
        return f"năm {day.year}"
    month = f"{day.month:02d}" if day.month < 3 else str(day.month)
    return (
        f"tháng {month}/{day.year}" if precision == MONTH else f"{day.day:02d}/{month}/{day.year}"
    )


def day_of(record: object, name: str) -> str | None:
    """«ngày 06/7/2007», «tháng 9/2009», «năm 2009» of a partial date; None if unknown."""
    known = partial(record, name)
    if known is None:
        return None
    text = day_text(known.day, known.precision)
    return f"ngày {text}" if known.precision == "day" else text


def place_and_date(place: str, day: date) -> str:
    """«Quảng Ninh, ngày 05 tháng 01 năm 2026»: days below 10 and months 1, 2 with a nought."""
    month = f"{day.month:02d}" if day.month < 3 else str(day.month)
    return f"{place}, ngày {day.day:02d} tháng {month} năm {day.year}"


def number_text(number: float | int | None) -> str:
    """1.234 or 1.234,5; a dash for what is unknown."""
    if number is None:
        return "–"
    text = f"{number:,.1f}" if isinstance(number, float) else f"{number:,}"
    return text.replace(",", " ").replace(".", ",").replace(" ", ".")


def share_text(numerator: int, denominator: int) -> str:
    """98,5%; a dash where there is nothing to be a share of."""
    if not denominator:
        return "–"
    return f"{100 * numerator / denominator:.1f}".replace(".", ",") + "%"


def joined(parts: list[str]) -> str:
    """«một, hai và ba»."""
    return parts[0] if len(parts) == 1 else f"{', '.join(parts[:-1])} và {parts[-1]}"


def capitalised(text: str) -> str:
    """The text with a capital at its beginning, the rest as it is."""
    return text[:1].upper() + text[1:]
