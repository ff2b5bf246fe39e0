"""Counts of documents and findings as an office says them."""

from typing import Any

from reports.vietnamese import joined
from standards.models import DocumentKind

# Documents of which every system has one are named without a number.
ONLY_ONE = {"CSCL", "MTCL", "STCL"}
GRADES = {
    "major": ("{} điểm không phù hợp loại 1", "{} loại 1"),
    "minor": ("{} điểm không phù hợp loại 2", "{} loại 2"),
    "observation": ("{} điểm cần lưu ý, khuyến nghị", "{} lưu ý"),
}


def kinds_text(kinds: dict[str, list[int]]) -> str:
    """«chính sách chất lượng, …, 6 quy trình bắt buộc, 22 … và 4 …», in the catalogue's order."""
    parts = []
    for kind in DocumentKind.objects.filter(code__in=kinds):
        name, count = kind.name.lower(), kinds[kind.code][0]
        parts.append(name if kind.code in ONLY_ONE and count == 1 else f"{count} {name}")
    return joined(parts)


def grades_text(findings: list[Any], form: int) -> str:
    """«6 điểm không phù hợp loại 2 và 7 điểm cần lưu ý, khuyến nghị»; form 1 is the short one."""
    parts = []
    for grade, forms in GRADES.items():
        count = sum(one.grade == grade for one in findings)
        if count:
            parts.append(forms[form].format(count))
    return ", ".join(parts) if form else joined(parts)
