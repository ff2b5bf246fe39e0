"""The province since the reorganisations of 2025: fourteen departments, fifty-four communes."""

from datetime import date, timedelta

from agencies.queries import agencies_in_scope_on
from audits.actions import dispose_finding, extend_finding, reopen_finding
from audits.models import Finding
from certificates.actions import record_event
from core.days import PartialDate, today
from imports.illustration import audits
from imports.illustration import schedule as when
from imports.illustration.audits import record_internal
from imports.illustration.journeys import Journey, decide, record_journey
from imports.illustration.numbers import PROVINCE
from imports.illustration.schedule import ago
from imports.illustration.scribe import PROVINCE_ISSUER, SOURCE, Scribe
from maintenance.actions import record_board, record_training, record_year
from plans.actions import open_rollout, record_appraisal
from plans.models import Rollout

COMMUNES_BEGAN = date(2025, 7, 14)
# How many communes stand where today; the rest has declared. Those approved share one decision.
COMMUNES = {
    "no_data": 5,
    "not_started": 1,
    "planning": 3,
    "submitted": 2,
    "appraised": 1,
    "approved": 5,
    "documenting": 6,
    "documented": 3,
    "operating": 3,
    "reviewed": 4,
    "correcting": 2,
    "corrected": 2,
    "applied": 1,
}
# Days since the decision that those approved share.
DECIDED_TOGETHER = 64
# Of those that declared: without an audit since, before any audit, audited once more.
NEGLECTED, HURRIED, KEPT_UP = (0, 1, 2), 3, (5, 7, 9, 11, 13, 15)
VOLUNTARY = ("correcting", "corrected", "applied")
# The successors of March 2025; how long ago they came to their stage, at least and at most.
SUCCESSORS = {
    "SNV-2025": ("documenting", (70, 95)),
    "STC-2025": ("declared", (100, 150)),
    "SXD-2025": ("operating", (40, 80)),
    "SKHCN-2025": ("declared", (270, 300)),
    "SVHTTDL-2025": ("approved", (200, 260)),
    "SNNMT-2025": ("declared", (240, 300)),
    "SDTTG-2025": ("planning", (30, 60)),
}
# How long ago a commune came to its stage.
SINCE = {
    "planning": (8, 70),
    "submitted": (5, 40),
    "appraised": (5, 25),
    "documenting": (25, 190),
    "documented": (6, 60),
    "operating": (15, 120),
    "reviewed": (5, 50),
    "correcting": (96, 130),
    "corrected": (5, 40),
    "applied": (6, 30),
    "declared": (15, 230),
}


def record_present(scribe: Scribe) -> None:
    """The successors, then the communes, then what the last weeks brought."""
    for code, (stage, since) in SUCCESSORS.items():
        _successor(scribe, code, stage, since)
    stages = [stage for stage, number in COMMUNES.items() for _ in range(number)]
    communes = sorted(
        agencies_in_scope_on(today()).filter(code__startswith="XA-").values_list("code", flat=True)
    )
    scribe.random.shuffle(communes)
    stages += ["declared"] * (len(communes) - len(stages))
    shared: list[Rollout] = []
    for place, (code, stage) in enumerate(zip(communes, stages, strict=True)):
        rollout = _commune(scribe, code, stage, place)
        if rollout and stage == "approved":
            shared.append(rollout)
    decide(scribe, shared, PROVINCE, PROVINCE_ISSUER, ago(DECIDED_TOGETHER))
    _pause(scribe, shared[0])
    _last_weeks(scribe)


def _successor(scribe: Scribe, code: str, stage: str, since: tuple[int, int]) -> None:
    begin = (scribe.agencies[code].valid_from or COMMUNES_BEGAN) + timedelta(days=9)
    days = _days(scribe, "declaration", stage, begin, since)
    record_journey(
        scribe,
        Journey(code, "declaration", "2015", days, n_documents=scribe.random.randint(22, 38)),
    )
    _board_and_training(scribe, code, days)
    _this_year(scribe, code, days)
    if code in ("SNNMT-2025", "SKHCN-2025"):
        record_internal(scribe, code, ago(44), ago(30))
    if code == "SKHCN-2025":
        days = _days(scribe, "voluntary_certificate", "certified", begin, (60, 70))
        record_journey(
            scribe,
            Journey(
                code, "voluntary_certificate", "2015", days, n_documents=24, findings=(0, 2, 2)
            ),
        )


def _days(scribe: Scribe, track: str, stage: str, begin: date, since: tuple[int, int]) -> when.Days:
    steps = when.DECLARATION if track == "declaration" else when.CERTIFICATE
    days = when.schedule(scribe.random, steps, stage, today(), begin=begin, since=since)
    return {step: day for step, day in days.items() if day <= today()}


def _commune(scribe: Scribe, code: str, stage: str, place: int) -> Rollout | None:
    """One commune as far as it came; those that declared are numbered from 0 by the place."""
    if stage == "no_data":
        return None
    if stage == "not_started":
        with scribe.told_on(ago(40)):
            return open_rollout(
                scribe.agencies[code],
                edition="2015",
                track="declaration",
                opened_on=ago(40),
                by=scribe.by,
            )
    number = place - sum(COMMUNES.values()) if stage == "declared" else None
    journey = _commune_journey(scribe, code, stage, place, number)
    days = journey.days
    rollout = record_journey(scribe, journey)
    if stage == "submitted":
        _return_first(scribe, rollout, days, place)
    if "decided" in days:
        _board_and_training(scribe, code, days)
    if stage in ("declared", "reviewed") and place % 4:
        _this_year(scribe, code, days)
    if number in KEPT_UP:
        second = days["proven"] + timedelta(days=12)
        if second < today():
            record_internal(scribe, code, days["proven"], second)
    return rollout


def _commune_journey(
    scribe: Scribe, code: str, stage: str, place: int, number: int | None
) -> Journey:
    random = scribe.random
    hurried = number == HURRIED
    return Journey(
        code,
        "voluntary_certificate" if stage in VOLUNTARY else "declaration",
        "2015",
        _commune_days(scribe, stage, number),
        n_documents=random.randint(10, 26),
        findings=(1, 4, 3) if stage == "correcting" else (0, random.randint(2, 4), 2),
        left_open=3,
        body=random.choice(["QUACERT", "VINACONTROL-CE"]),
        decided_elsewhere=stage == "approved",
        placeholders=stage == "operating" and place % 3 == 0,
        irregular="Công bố trước khi đánh giá nội bộ theo chỉ đạo tiến độ" if hurried else "",
    )


def _commune_days(scribe: Scribe, stage: str, number: int | None) -> when.Days:
    random = scribe.random
    if number in NEGLECTED:
        days = when.schedule(
            random, when.DECLARATION, "reviewed", ago(372), begin=COMMUNES_BEGAN, since=(3, 12)
        )
        return days | {"proven": ago(340)}
    if stage == "approved":
        together = ago(DECIDED_TOGETHER)
        days = when.schedule(
            random, when.DECLARATION, stage, together, begin=COMMUNES_BEGAN, since=(0, 0)
        )
        return when.up_to(days, stage)
    track = "voluntary_certificate" if stage in VOLUNTARY else "declaration"
    return _days(scribe, track, stage, COMMUNES_BEGAN, SINCE[stage])


def _return_first(scribe: Scribe, rollout: Rollout, days: when.Days, place: int) -> None:
    """The council sent one of the plans back with what it asks for."""
    met = days["sent"] + timedelta(days=3)
    if place % 2 and met <= today():
        with scribe.told_on(met):
            record_appraisal(
                rollout,
                result="failed",
                met_on=PartialDate(met),
                opinions=["Chưa xác định phạm vi áp dụng", "Chưa có mốc thời gian từng giai đoạn"],
                council="Hội đồng thẩm định của tỉnh",
                resubmit_due_on=met + timedelta(days=45),
                by=scribe.by,
            )


def _board_and_training(scribe: Scribe, code: str, days: when.Days) -> None:
    decided, agency = days.get("decided"), scribe.agencies[code]
    if decided is None:
        return
    day = min(decided + timedelta(days=12), today())
    with scribe.told_on(day):
        record_board(
            agency,
            number=scribe.numbers.of(code, "QĐ", day),
            decided_on=day,
            head="Trưởng ban: người đứng đầu cơ quan",
            secretary="Thư ký ISO",
            by=scribe.by,
        )
        record_training(
            agency,
            topic=scribe.random.choice(["awareness", "documentation", "internal_auditor"]),
            held_on=min(day + timedelta(days=20), today()),
            trainer="Chi cục Tiêu chuẩn Đo lường Chất lượng",
            participants=scribe.random.randint(18, 45),
            by=scribe.by,
        )


def _this_year(scribe: Scribe, code: str, days: when.Days) -> None:
    """The yearly plan of an agency that has its system in use."""
    first = date(today().year, 1, 12)
    if days["started"] > first or first > today():
        return
    signed = when.between(scribe.random, first, first + timedelta(days=40))
    with scribe.told_on(signed):
        record_year(
            scribe.agencies[code],
            year=signed.year,
            plan={"number": scribe.numbers.of(code, "KH", signed), "signed_on": signed},
            objectives=[
                {"text": "Hồ sơ giải quyết đúng hạn", "target": "≥ 98 %", "actual": ""},
                {"text": "Mức độ hài lòng của người dân", "target": "≥ 95 %", "actual": ""},
            ],
            board_renewed_on=signed,
            by=scribe.by,
        )


def _pause(scribe: Scribe, rollout: Rollout) -> None:
    with scribe.told_on(ago(20)):
        record_event(
            rollout,
            kind="paused",
            on=PartialDate(ago(20)),
            cause="Chờ bố trí kinh phí và công chức phụ trách",
            by=scribe.by,
        )


def _last_weeks(scribe: Scribe) -> None:
    """Observations answered, a due day moved, a finding opened again, corrections accepted."""
    recent = Finding.objects.filter(
        rollout__track="voluntary_certificate", audit__to_on__gt=ago(200), source=SOURCE
    ).order_by("pk")
    told = list(recent.filter(grade="observation"))
    with scribe.told_on(today()):
        for place, finding in enumerate(told[::2]):
            dispose_finding(
                finding,
                disposition="not_done" if place % 4 == 3 else "done",
                reason="Chưa có kinh phí trong năm" if place % 4 == 3 else "",
                by=scribe.by,
            )
        waiting = list(recent.filter(grade="minor", steps=None))
        for finding in waiting[:1]:
            extend_finding(
                finding,
                due_on=today() + timedelta(days=21),
                by=scribe.by,
                reason="Chờ công bố thủ tục hành chính sửa đổi",
                approved_by="Trưởng đoàn đánh giá",
            )
        finished = list(recent.filter(grade="minor", steps__kind="completed").distinct())
        for finding in finished[-1:]:
            reopen_finding(finding, reason="Minh chứng chưa đủ", by=scribe.by)
    for finding in finished[:3]:
        if not finding.steps.filter(kind="verified").exists():
            audits.verify(scribe, finding, today(), "tổ chức chứng nhận")
