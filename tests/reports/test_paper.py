"""The Word files have the form of Nghị định 30/2020/NĐ-CP; read from the files themselves."""

import pytest
from docx import Document
from docx.enum.section import WD_ORIENT
from docx.oxml.ns import qn
from docx.shared import Cm

from tests.reports.conftest import pages_of

pytestmark = pytest.mark.django_db


@pytest.fixture
def paper(of_snv, download):
    return Document(download(of_snv, "docx"))


def test_it_is_a4_with_the_margins_of_the_decree(paper):
    first = paper.sections[0]
    told = [first.page_width, first.page_height, first.top_margin, first.bottom_margin,
            first.left_margin, first.right_margin]  # fmt: skip
    wanted = [Cm(21), Cm(29.7), Cm(2), Cm(2), Cm(3), Cm(1.5)]
    assert all(abs(a - b) < Cm(0.01) for a, b in zip(told, wanted, strict=True)), told


def test_every_letter_is_times_new_roman_in_vietnamese(paper):
    fonts = paper.styles["Normal"].element.rPr.rFonts
    assert {fonts.get(qn(f"w:{script}")) for script in ("ascii", "hAnsi", "cs", "eastAsia")} == {
        "Times New Roman"
    }
    others = {
        fonts.get(qn("w:ascii"))
        for fonts in paper.element.body.iter(qn("w:rFonts"))
        if fonts.get(qn("w:ascii"))
    }
    assert others <= {"Times New Roman"}
    assert paper.styles.element.find(f".//{qn('w:lang')}").get(qn("w:val")) == "vi-VN"


def test_the_body_is_fourteen_points_and_justified(of_snv, paper):
    text = of_snv["figures"]["sections"][0]["lines"][0]["text"]
    (line,) = [p for p in paper.paragraphs if p.text == text]
    assert line.runs[0].font.size.pt == 14
    assert line.alignment == 3  # both
    assert line.paragraph_format.space_before.pt >= 6
    assert abs(line.paragraph_format.first_line_indent - Cm(1.27)) < Cm(0.01)


def test_the_page_number_is_a_field_in_the_top_margin_but_not_on_page_one(paper):
    first = paper.sections[0]
    assert first.different_first_page_header_footer
    assert not list(first.first_page_header._element.iter(qn("w:instrText")))
    fields = [e.text for e in first.header._element.iter(qn("w:instrText"))]
    assert fields == ["PAGE"]
    assert first.header.paragraphs[0].alignment == 1  # centred
    assert all(section.header.is_linked_to_previous for section in list(paper.sections)[1:])


def test_the_lines_under_the_head_are_drawn(paper):
    head = paper.tables[0]
    for cell in head.rows[0].cells:
        borders = list(cell._tc.iter(qn("w:pBdr")))
        assert len(borders) == 1
        assert borders[0].find(qn("w:top")).get(qn("w:val")) == "single"
    text = "\n".join(p.text for cell in head.rows[0].cells for p in cell.paragraphs)
    assert "__" not in text
    assert "--" not in text
    assert "CỘNG HÒA XÃ HỘI CHỦ NGHĨA VIỆT NAM" in text
    assert "Độc lập - Tự do - Hạnh phúc" in text


def test_the_number_is_left_to_the_clerk(paper):
    text = "\n".join(p.text for cell in paper.tables[0].rows[0].cells for p in cell.paragraphs)
    (number,) = [line for line in text.splitlines() if line.startswith("Số:")]
    assert number.split() == ["Số:", "/BC-SNV"]


def test_wide_annexes_lie_and_repeat_their_heading(paper):
    lying = [s for s in paper.sections if s.orientation == WD_ORIENT.LANDSCAPE]
    assert len(lying) == 1
    assert lying[0].page_width > lying[0].page_height
    assert len(list(paper.element.body.iter(qn("w:tblHeader")))) == 2


def test_grounds_follow_the_day(paper):
    grounds = [p for p in paper.paragraphs if p.text.startswith("Căn cứ")]
    assert ["144/2006/QĐ-TTg" in grounds[0].text, "118/2009/QĐ-TTg" in grounds[1].text] == [1, 1]
    assert grounds[0].text.endswith(";")
    assert grounds[-1].text.endswith(".")
    assert all(p.runs[0].italic for p in grounds)


def test_libreoffice_opens_it(of_snv, download, as_pdf):
    first, second = pages_of(as_pdf(download(of_snv, "docx")))[:2]
    assert "CỘNG HÒA XÃ HỘI CHỦ NGHĨA VIỆT NAM" in first
    assert "1985/QĐ-UBND" in first + second
    assert second.strip().splitlines()[0].strip() == "2"
    assert first.strip().splitlines()[0].strip() != "1"


def test_the_brief_is_one_page(so_noi_vu, ask, download, as_pdf):
    report = ask("brief", day="2010-02-03")
    for pdf in (download(report, "pdf"), as_pdf(download(report, "docx"))):
        assert len(pages_of(pdf)) == 1, pdf


def test_illustration_is_marked_in_every_file(so_noi_vu, ask, download):
    from openpyxl import load_workbook

    from plans.models import Rollout

    Rollout.objects.update(real=False)
    report = ask("agency", agency="SNV", day="2010-02-03")
    assert report["illustration"]
    paper = Document(download(report, "docx"))
    for footer in (paper.sections[0].footer, paper.sections[0].first_page_footer):
        assert any("MINH HỌA" in line.text for line in footer.paragraphs)
    pages = pages_of(download(report, "pdf"))
    assert pages
    assert all("MINH HỌA" in page for page in pages)
    book = load_workbook(download(report, "xlsx"))
    assert all("MINH HỌA" in str(sheet["A3"].value) for sheet in book)
