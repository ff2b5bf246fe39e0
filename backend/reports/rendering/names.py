"""What a report's file is called, in the store and on a desk."""

from evidence.contents import DOCX, PDF, XLSX
from reports.models import AGENCY, PROVINCE, Report

MEDIA_TYPES = {"docx": DOCX, "pdf": PDF, "xlsx": XLSX}
FORMATS = list(MEDIA_TYPES)
_TITLES = {
    AGENCY: "Báo cáo tình hình xây dựng và áp dụng HTQLCL",
    PROVINCE: "Báo cáo kết quả xây dựng, áp dụng HTQLCL",
}
_OTHERWISE = "Tóm tắt trình Ban chỉ đạo ISO"


def file_name(report: Report, wanted: str) -> str:
    """«Báo cáo tình hình … - SNV - 2010-02-03.docx»; the annexes are called so."""
    title = _TITLES.get(report.kind, _OTHERWISE)
    of_whom = [report.agency.code] if report.agency else []
    annexes = ["phụ lục"] if wanted == "xlsx" else []
    return f"{' - '.join([title, *annexes, *of_whom, report.day.isoformat()])}.{wanted}"
