"""help_doc: the guide's page of fields from the help texts of the forms."""

import json
import re

from core.generated import ROOT, GeneratedPage, table

TEXTS = ROOT / "frontend" / "src" / "i18n"
_TEXT = re.compile(r'"([a-z_.]+)":\s*"([^"]+)"')
INTRODUCTION = """# Các ô trong biểu mẫu

Trang này do `manage.py help_doc` viết từ `frontend/src/i18n/help.json`, cũng là nguồn của dòng chữ
nhỏ dưới mỗi ô trên màn hình; không sửa tại đây. Ô không có trong bảng thì tên đã nói đủ.
"""


class Command(GeneratedPage):
    help = "Write docs/huong-dan/cac-o.md from the help texts of the forms (--check: only compare)."
    page = "docs/huong-dan/cac-o.md"

    def text(self) -> str:
        """The page: one table for each part of the work, a line for each field."""
        texts, parts = labels(), [INTRODUCTION]
        for section in json.loads((TEXTS / "help.json").read_text("utf-8")).values():
            rows = [
                [texts[told.get("label", f"field.{name}")], told["vi"]]
                for name, told in section["fields"].items()
            ]
            parts.append(f"\n## {section['title']}\n\n" + table(["Ô", "Ghi thế nào"], rows))
        return "".join(parts)


def labels() -> dict[str, str]:
    """The texts of the screens in Vietnamese, the names of fields among them."""
    texts = [path.read_text("utf-8") for path in sorted(TEXTS.glob("vi*.ts"))]
    return {name: text for whole in texts for name, text in _TEXT.findall(whole)}
