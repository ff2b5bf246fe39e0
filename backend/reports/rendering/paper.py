"""The parts of a sheet in Word: margins, fonts, real lines, the number of the page.

Source: Nghị định 30/2020/NĐ-CP, Phụ lục I; domain reference 7.3.
"""

from typing import Any

from docx import Document
from docx.enum.section import WD_ORIENT, WD_SECTION
from docx.enum.table import WD_TABLE_ALIGNMENT
from docx.enum.text import WD_ALIGN_PARAGRAPH
from docx.oxml import OxmlElement
from docx.oxml.ns import qn
from docx.shared import Cm, Pt

FONT = "Times New Roman"
WIDE, HIGH = Cm(21), Cm(29.7)
TOP, BOTTOM, LEFT, RIGHT = Cm(2), Cm(2), Cm(3), Cm(1.5)
BODY, TABLE, TEXT_WIDTH = Pt(14), Pt(10.5), 16.5  # cm
CENTRE, JUSTIFIED = WD_ALIGN_PARAGRAPH.CENTER, WD_ALIGN_PARAGRAPH.JUSTIFY
START = WD_ALIGN_PARAGRAPH.LEFT


def new_paper() -> Any:
    """An empty A4 sheet in Times New Roman 14, in Vietnamese."""
    paper = Document()
    style = paper.styles["Normal"]
    style.font.name, style.font.size = FONT, BODY
    fonts = style.element.rPr.rFonts
    for script in ("ascii", "hAnsi", "cs", "eastAsia"):
        fonts.set(qn(f"w:{script}"), FONT)
    defaults = paper.styles.element.find(
        f"{qn('w:docDefaults')}/{qn('w:rPrDefault')}/{qn('w:rPr')}"
    )
    for old in defaults.findall(qn("w:lang")):
        defaults.remove(old)
    lang = OxmlElement("w:lang")
    for script in ("val", "eastAsia", "bidi"):
        lang.set(qn(f"w:{script}"), "vi-VN")
    defaults.append(lang)
    style.paragraph_format.space_before = style.paragraph_format.space_after = Pt(0)
    section = paper.sections[0]
    _margins(section)
    section.page_width, section.page_height = WIDE, HIGH
    section.different_first_page_header_footer = True
    number_pages(section)
    return paper


def _margins(section: Any) -> None:
    section.top_margin, section.bottom_margin = TOP, BOTTOM
    section.left_margin, section.right_margin = LEFT, RIGHT
    section.header_distance = section.footer_distance = Cm(1)


def number_pages(section: Any) -> None:
    """The page's number in the middle of the top margin; the first page has none."""
    line = section.header.paragraphs[0]
    line.alignment = CENTRE
    run = line.add_run()
    run.font.size = BODY
    for kind, text in (("begin", None), (None, "PAGE"), ("separate", None), ("text", "2"),
                       ("end", None)):  # fmt: skip
        if kind == "text":
            run._r.append(_element("w:t", text=text))
        elif kind is None:
            run._r.append(_element("w:instrText", text=text))
        else:
            run._r.append(_element("w:fldChar", fldCharType=kind))


def _element(tag: str, text: str | None = None, **attributes: str) -> Any:
    element = OxmlElement(tag)
    for name, value in attributes.items():
        element.set(qn(f"w:{name}"), value)
    element.text = text
    return element


def next_section(paper: Any, *, landscape: bool) -> float:
    """Begin a new sheet, lying or standing; the width of its text in cm."""
    section = paper.add_section(WD_SECTION.NEW_PAGE)
    section.different_first_page_header_footer = False
    section.orientation = WD_ORIENT.LANDSCAPE if landscape else WD_ORIENT.PORTRAIT
    section.page_width, section.page_height = (HIGH, WIDE) if landscape else (WIDE, HIGH)
    _margins(section)
    if landscape:
        section.left_margin = section.right_margin = Cm(2)
    return 25.7 if landscape else TEXT_WIDTH


def line_of(
    place: Any,
    text: str,
    *,
    size: float = 14,
    bold: bool = False,
    italic: bool = False,
    align: Any = CENTRE,
    before: float = 0,
    after: float = 0,
    indent: float = 0,
    keep: bool = False,
) -> Any:
    """A paragraph of one run; sizes in points, the indent of its first line in cm."""
    paragraph = place.add_paragraph()
    run = paragraph.add_run(text)
    run.bold, run.italic, run.font.size = bold, italic, Pt(size)
    form = paragraph.paragraph_format
    paragraph.alignment = align
    form.space_before, form.space_after = Pt(before), Pt(after)
    if indent:
        form.first_line_indent = Cm(indent)
    form.keep_with_next = keep
    return paragraph


def rule(place: Any, *, width: float, of: float) -> None:
    """A drawn line in the middle, `width` of `of` cm: the border of a paragraph, no characters."""
    paragraph = place.add_paragraph()
    form = paragraph.paragraph_format
    form.left_indent = form.right_indent = Cm((of - width) / 2)
    form.line_spacing, form.space_before = Pt(3), Pt(1)
    paragraph.add_run().font.size = Pt(1)
    borders = OxmlElement("w:pBdr")
    borders.append(_element("w:top", val="single", sz="6", space="0", color="000000"))
    before = [child for child in paragraph._p.pPr if child.tag in
              {qn("w:pStyle"), qn("w:keepNext"), qn("w:keepLines")}]  # fmt: skip
    paragraph._p.pPr.insert(len(before), borders)


def columns(place: Any, *widths: float) -> list[Any]:
    """Cells side by side without borders, of these widths in cm; their first paragraph is gone."""
    table = place.add_table(rows=1, cols=len(widths))
    _fixed(table, widths)
    cells = list(table.rows[0].cells)
    for cell in cells:
        cell._tc.remove(cell.paragraphs[0]._p)
    return cells


def _fixed(table: Any, widths: Any) -> None:
    """Columns of fixed widths in cm."""
    table.autofit, table.alignment = False, WD_TABLE_ALIGNMENT.CENTER
    for place, width in enumerate(widths):
        table.columns[place].width = Cm(width)
        for row in table.rows:
            row.cells[place].width = Cm(width)


def table_of(
    paper: Any,
    headings: list[str],
    cells: list[str],
    aligned: list[Any],
    widths: list[float],
    loop: str,
) -> None:
    """A ruled table whose heading is repeated on each page; `loop` is what fills its one row."""
    table = paper.add_table(rows=4, cols=len(headings))
    table.style = "Table Grid"
    _narrow(table)
    _fixed(table, widths)
    head, begin, row, end = table.rows
    repeated = _element("w:tblHeader", val="true")
    head._tr.get_or_add_trPr().append(repeated)
    row._tr.get_or_add_trPr().append(_element("w:cantSplit", val="true"))
    for cell, text in zip(head.cells, headings, strict=True):
        _fill(cell, text, CENTRE, bold=True)
    for cell, text, align in zip(row.cells, cells, aligned, strict=True):
        _fill(cell, text, align)
    begin.cells[0].paragraphs[0].add_run(f"{{%tr for row in {loop} %}}")
    end.cells[0].paragraphs[0].add_run("{%tr endfor %}")


def _narrow(table: Any) -> None:
    """Little room between the text of a cell and its border, so that a day stands in one line."""
    margins = OxmlElement("w:tblCellMar")
    for side in ("left", "right"):
        margins.append(_element(f"w:{side}", w="45", type="dxa"))
    table._tbl.tblPr.append(margins)


def _fill(cell: Any, text: str, align: Any, *, bold: bool = False) -> None:
    paragraph = cell.paragraphs[0]
    paragraph.alignment = align
    run = paragraph.add_run(text)
    run.bold, run.font.size = bold, TABLE


def control(place: Any, text: str) -> None:
    """A paragraph that fills in the form and is not printed: {%p if … %}."""
    place.add_paragraph().add_run(f"{{%p {text} %}}")
