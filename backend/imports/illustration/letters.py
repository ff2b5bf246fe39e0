"""What the province ordered, and who answered, late or not at all."""

from datetime import date, timedelta

from agencies.models import Agency
from agencies.queries import agencies_in_scope_on
from audits.actions import record_audit
from core.days import PartialDate, today
from imports.illustration import words
from imports.illustration.schedule import ago, between
from imports.illustration.scribe import PROVINCE_ISSUER, Scribe
from plans.actions import answer_task, record_directive
from plans.models import Directive, Rollout, Task

TRANSITION_DAY = date(2009, 9, 15)
TRANSITION_NUMBER = "3512/UBND-KGVX"
UNIT = "KGVX"
# The article's agency is real: no illustrated letter names it.
REAL = "SNV"


def order_transition(scribe: Scribe, rollout: Rollout) -> Directive:
    """The letter of 2009 that moves a running rollout from the edition 2000 to 2008."""
    with scribe.told_on(TRANSITION_DAY):
        return record_directive(
            issuer=PROVINCE_ISSUER,
            number=TRANSITION_NUMBER,
            signed_on=PartialDate(TRANSITION_DAY),
            transition=("2000", "2008"),
            tasks=[
                {
                    "agency": rollout.agency,
                    "rollout": rollout,
                    "what": "Điều chỉnh hệ thống tài liệu theo TCVN ISO 9001:2008",
                }
            ],
            document={"abstract": "V/v áp dụng TCVN ISO 9001:2008 thay cho TCVN ISO 9001:2000"},
            by=scribe.by,
        )


def record_letters(scribe: Scribe) -> None:
    """A letter at the turn to the edition of 2015, and those of the last twelve months."""
    communes = [a for a in _in_scope(today()) if a.code.startswith("XA-")]
    turn = date(2018, 1, 22)
    told = [
        (turn, date(2018, 6, 30), _in_scope(turn), 0),
        (ago(305), ago(236), _in_scope(ago(305)), 6),
        (ago(150), ago(88), communes, 4),
        (ago(33), today() + timedelta(days=23), communes[::2], 18),
    ]
    for (signed, due, agencies, silent), (abstract, what) in zip(told, words.LETTERS, strict=True):
        _letter(scribe, signed, due, agencies, abstract, what, silent=silent)
    _inspections(scribe)


def _in_scope(day: date) -> list[Agency]:
    return list(agencies_in_scope_on(day).exclude(code=REAL).order_by("code"))


def _letter(
    scribe: Scribe,
    signed: date,
    due: date,
    agencies: list[Agency],
    abstract: str,
    what: str,
    *,
    silent: int,
    kind: str = "letter",
) -> Directive:
    """A letter with a task for each agency; so many stay silent, some of the others are late."""
    random = scribe.random
    with scribe.told_on(signed):
        directive = record_directive(
            issuer=PROVINCE_ISSUER,
            number=scribe.numbers.letter(UNIT, signed),
            kind=kind,
            signed_on=PartialDate(signed),
            document={"abstract": abstract},
            tasks=[{"agency": a, "what": what, "due_on": due} for a in agencies],
            by=scribe.by,
        )
    tasks = list(directive.tasks.order_by("pk"))
    quiet = {task.pk for task in random.sample(tasks, min(silent, len(tasks)))}
    for task in tasks:
        if task.pk not in quiet:
            _answer(scribe, task, signed, due, late=random.random() < 0.15)
    return directive


def _answer(scribe: Scribe, task: Task, signed: date, due: date, *, late: bool) -> None:
    first, last = (due + timedelta(days=2), due + timedelta(days=35))
    if not late:
        first, last = signed + timedelta(days=6), due
    day = between(scribe.random, first, last)
    if day > today():
        return
    done = between(scribe.random, day, day + timedelta(days=20))
    with scribe.told_on(day):
        answer_task(
            task,
            answered_on=day,
            done_on=done if done <= today() else None,
            answer="Đã thực hiện và báo cáo",
            delay_reason=words.LATE if late else "",
            by=scribe.by,
        )


def _inspections(scribe: Scribe) -> None:
    """A plan of inspections, the inspections held under it, and what they found."""
    declared = Rollout.objects.filter(declarations__isnull=False).values("agency")
    working = list(Agency.objects.filter(pk__in=declared, code__startswith="XA-").order_by("code"))
    chosen = scribe.random.sample(working, 6) + [
        scribe.agencies[code] for code in ("SNV-2025", "SXD-2025", "STP")
    ]
    _letter(
        scribe, ago(190), ago(60), chosen, *words.INSPECTION_PLAN, silent=0, kind="inspection_plan"
    )
    for place, agency in enumerate(chosen):
        _inspection(scribe, agency, ago(140 - 9 * place), place % 3)


def _inspection(scribe: Scribe, agency: Agency, held: date, found: int) -> None:
    rows = [
        {
            "grade": "minor",
            "code": f"KT-{place:02d}/{held.year}",
            "clause": clause,
            "description": text,
            "due_on": held + timedelta(days=45),
        }
        for place, (_, clause, text) in enumerate(
            scribe.random.sample(words.FINDINGS, found), start=1
        )
    ]
    with scribe.told_on(held):
        record_audit(
            kind="inspection",
            agency=agency,
            from_on=PartialDate(held),
            to_on=PartialDate(held),
            lead="Trưởng đoàn kiểm tra của tỉnh",
            result="to_correct" if found else "passed",
            conclusions=words.TO_CORRECT if found else words.PASSED,
            findings=rows,
            by=scribe.by,
        )
