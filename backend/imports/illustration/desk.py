"""What waits at the desk of the department whose people can sign in to the demonstration."""

from datetime import timedelta

from audits.actions import record_audit
from core.days import PartialDate, today
from imports.illustration import words
from imports.illustration.letters import UNIT
from imports.illustration.schedule import ago
from imports.illustration.scribe import PROVINCE_ISSUER, Scribe
from plans.actions import record_directive

HOME = "SNV-2025"
AUDITED, WRITTEN = 55, 9


def record_desk(scribe: Scribe) -> None:
    """An internal audit with one finding late and one due this week, and a letter to answer."""
    agency, held = scribe.agencies[HOME], ago(AUDITED)
    late, soon, remark = words.FINDINGS[:3]
    rows = [
        _row("minor", "NB-01", late, due_on=ago(6)),
        _row("minor", "NB-02", soon, due_on=today() + timedelta(days=5)),
        _row("observation", "NB-03", remark),
    ]
    with scribe.told_on(held):
        record_audit(
            kind="internal",
            agency=agency,
            from_on=PartialDate(held),
            to_on=PartialDate(held),
            lead="Trưởng đoàn đánh giá nội bộ",
            report_number=scribe.numbers.of(HOME, "BC", held),
            findings=rows,
            by=scribe.by,
        )
    abstract, what = words.DESK_LETTER
    with scribe.told_on(ago(WRITTEN)):
        record_directive(
            issuer=PROVINCE_ISSUER,
            number=scribe.numbers.letter(UNIT, ago(WRITTEN)),
            kind="letter",
            signed_on=PartialDate(ago(WRITTEN)),
            document={"abstract": abstract},
            tasks=[{"agency": agency, "what": what, "due_on": today() + timedelta(days=4)}],
            by=scribe.by,
        )


def _row(grade: str, code: str, told: tuple[str, str, str], **more: object) -> dict[str, object]:
    _, clause, text = told
    return {"grade": grade, "code": code, "clause": clause, "description": text, **more}
