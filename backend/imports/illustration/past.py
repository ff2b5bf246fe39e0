"""2007 to 2025 as it may have been: state certificates first, declarations since 2014."""

from collections.abc import Iterator
from datetime import date, timedelta

from certificates.actions import record_event, sign_declaration
from core.days import PartialDate, add_months, today
from imports.illustration import schedule as when
from imports.illustration.audits import record_internal, record_loop, record_surveillance
from imports.illustration.journeys import Journey, record_journey
from imports.illustration.scribe import SCOPE, Scribe, head_of
from plans.models import Rollout

# Where the other agencies stood on the day of the article; five of the 33 had told nothing yet.
ARTICLE_DAY = date(2010, 2, 3)
ON_ARTICLE_DAY = {
    "certified": ["STNMT", "HUYEN-HALONG"],
    "applied": ["SYT"],
    "corrected": ["SXD"],
    "correcting": ["STC", "HUYEN-UONGBI"],
    "reviewed": ["SKHDT"],
    "operating": ["STP", "HUYEN-CAMPHA"],
    "documented": ["SGTVT"],
    "documenting": ["SCT", "SNNPTNT", "STTTT", "HUYEN-MONGCAI", "HUYEN-DONGTRIEU"],
    "approved": ["VPUB", "SLDTBXH", "SGDDT", "HUYEN-HOANHBO", "HUYEN-VANDON"],
    "appraised": ["SVHTTDL"],
    "submitted": ["TTT", "HUYEN-QUANGYEN"],
    "planning": ["SNGV", "HUYEN-TIENYEN", "HUYEN-HAIHA"],
}
NEVER_CERTIFIED = {
    "SNGV": "documenting",
    "HUYEN-HAIHA": "approved",
    "TTT": "operating",
    "HUYEN-TIENYEN": "reviewed",
}
CERTIFIED_AGAIN = ["STNMT", "HUYEN-HALONG", "SYT", "STC", "SXD", "HUYEN-UONGBI"]
# Their certificates had a fate before they ended.
SUSPENDED_THEN = {"HUYEN-CAMPHA": "restored", "HUYEN-HOANHBO": "withdrawn"}

# Since 2014: (declared to the edition 2008, to the edition 2015); None when it was not.
DECLARED: dict[str, tuple[date | None, date | None]] = {
    "VPUB": (date(2015, 10, 20), date(2019, 5, 20)),
    "STP": (date(2015, 12, 1), None),
    "SKHDT": (date(2016, 3, 15), date(2018, 11, 12)),
    "STC": (date(2015, 11, 16), date(2018, 8, 20)),
    "SCT": (date(2016, 5, 10), None),
    "SNNPTNT": (date(2016, 2, 22), date(2019, 4, 8)),
    "SGTVT": (date(2016, 9, 12), None),
    "SXD": (date(2016, 1, 18), date(2018, 10, 15)),
    "STNMT": (date(2015, 9, 14), date(2018, 6, 18)),
    "STTTT": (date(2015, 6, 22), date(2018, 4, 16)),
    "SLDTBXH": (date(2016, 4, 11), date(2019, 10, 21)),
    "SVHTTDL": (date(2015, 12, 21), None),
    "SVHTT": (None, date(2018, 9, 24)),
    "SDL": (None, date(2019, 3, 25)),
    "SKHCN": (date(2015, 4, 20), date(2018, 3, 19)),
    "SGDDT": (date(2016, 6, 13), date(2018, 12, 10)),
    "SYT": (date(2015, 8, 17), date(2018, 7, 23)),
    "SNGV": (date(2017, 3, 20), None),
    "TTT": (date(2017, 5, 15), None),
    "BDT": (date(2017, 8, 21), None),
    "HUYEN-HALONG": (date(2015, 7, 20), date(2018, 5, 21)),
    "HUYEN-HOANHBO": (date(2016, 8, 15), date(2019, 6, 17)),
    "HUYEN-CAMPHA": (date(2016, 3, 21), date(2019, 1, 21)),
    "HUYEN-UONGBI": (date(2015, 12, 14), date(2018, 9, 10)),
    "HUYEN-MONGCAI": (date(2016, 5, 23), date(2019, 8, 19)),
    "HUYEN-QUANGYEN": (date(2016, 7, 18), date(2019, 11, 18)),
    "HUYEN-DONGTRIEU": (date(2016, 6, 20), date(2019, 2, 25)),
    "HUYEN-VANDON": (date(2017, 4, 17), date(2020, 6, 15)),
    "HUYEN-COTO": (date(2017, 10, 16), None),
    "HUYEN-TIENYEN": (date(2016, 11, 21), date(2019, 12, 16)),
    "HUYEN-BINHLIEU": (date(2017, 9, 18), None),
    "HUYEN-DAMHA": (date(2017, 6, 19), date(2020, 8, 24)),
    "HUYEN-HAIHA": (date(2017, 2, 20), date(2020, 3, 16)),
    "HUYEN-BACHE": (date(2017, 11, 20), None),
}
# Declarations that ended, or rested for a while, and why.
DECLARATION_ENDED = {
    "HUYEN-BACHE": (date(2020, 5, 18), "Không đánh giá nội bộ, không xem xét của lãnh đạo"),
    "SCT": (date(2021, 9, 13), "Chuyển sang chứng nhận tự nguyện"),
    "TTT": (date(2021, 4, 12), "Không duy trì hệ thống, chuyển sang chứng nhận tự nguyện"),
    "SNGV": (date(2022, 6, 20), "Không duy trì hệ thống"),
}
DECLARATION_RESTED = {"SGTVT": (date(2021, 3, 15), date(2021, 6, 28))}
DECLARED_AGAIN = {"SYT": 2023, "HUYEN-HALONG": 2020, "STNMT": 2021}
# The last year in which the loop was walked, where it was given up or goes on.
LOOP_ENDS = {
    "STP": 2021,
    "SCT": 2020,
    "TTT": 2019,
    "SNGV": 2021,
    "HUYEN-BACHE": 2018,
    "HUYEN-COTO": 2021,
    "BDT": 2022,
}
VOLUNTARY_BODY = "VINACONTROL-CE"


def record_past(scribe: Scribe) -> None:
    """The first certificates, the declarations that followed, the certificates of free will."""
    for journey in _first_journeys(scribe):
        _life_of_certificate(scribe, journey, record_journey(scribe, journey))
    for code, days in DECLARED.items():
        _declarations(scribe, code, *days)
    _voluntary(scribe)


def _first_journeys(scribe: Scribe) -> Iterator[Journey]:
    random = scribe.random
    for stage, codes in ON_ARTICLE_DAY.items():
        for code in codes:
            days = when.schedule(
                random,
                when.CERTIFICATE,
                stage,
                ARTICLE_DAY,
                begin=date(2007, 9, 10),
                end=scribe.agencies[code].valid_to,
            )
            if code in NEVER_CERTIFIED:
                days = when.up_to(days, NEVER_CERTIFIED[code])
            yield _state(scribe, code, days)
    # The body that leads the programme was certified to the edition before.
    pilot = when.schedule(
        random, when.CERTIFICATE, "certified", date(2008, 12, 15), begin=date(2006, 10, 2)
    )
    yield _state(scribe, "SKHCN", pilot)
    late = when.schedule(
        random, when.CERTIFICATE, "certified", date(2013, 6, 3), begin=date(2011, 9, 5)
    )
    yield _state(scribe, "BDT", late)


def _state(scribe: Scribe, code: str, days: when.Days) -> Journey:
    random = scribe.random
    grave = random.random() < 0.25
    return Journey(
        code,
        "state_certificate",
        "2000" if days["started"] < date(2009, 3, 1) else "2008",
        days,
        n_documents=random.randint(14, 34),
        findings=(1 if grave else 0, random.randint(2, 4), random.randint(2, 4)),
        undated=random.random() < 0.1,
    )


def _life_of_certificate(scribe: Scribe, journey: Journey, rollout: Rollout) -> None:
    """Surveillance, suspension, the next cycle."""
    proven, code = journey.days.get("proven"), journey.code
    if proven is None:
        return
    if code in SUSPENDED_THEN:
        _suspend(scribe, rollout, add_months(proven, 20), SUSPENDED_THEN[code])
        return
    for type_, months in (("surveillance1", 11), ("surveillance2", 23)):
        day = when.between(
            scribe.random, add_months(proven, months), add_months(proven, months + 1)
        )
        if not _edition_lasts(journey, day):
            continue
        record_internal(scribe, code, day - timedelta(days=42), day - timedelta(days=28))
        if scribe.random.random() < 0.8:
            record_surveillance(scribe, journey, rollout, type_, day)
    if code == "SKHCN":
        _again(scribe, code, date(2010, 9, 20), "transition")
    elif code in CERTIFIED_AGAIN:
        _again(scribe, code, add_months(proven, 35), "recertification")


def _edition_lasts(journey: Journey, day: date) -> bool:
    return journey.code != "SKHCN" or day < date(2010, 11, 1)


def _again(scribe: Scribe, code: str, on: date, type_: str) -> None:
    days = when.schedule(
        scribe.random,
        when.RECERTIFICATION,
        "certified",
        on,
        begin=add_months(on, -7),
        since=(3, 15),
    )
    journey = Journey(code, "state_certificate", "2008", days, findings=(0, 2, 2), full_audit=type_)
    record_journey(scribe, journey)


def _suspend(scribe: Scribe, rollout: Rollout, on: date, then: str) -> None:
    _event(scribe, rollout, "suspended", on, "Từ chối đánh giá giám sát đúng hạn")
    _event(
        scribe,
        rollout,
        then,
        add_months(on, 4),
        "Hết thời hạn khắc phục" if then == "withdrawn" else "Đã đánh giá giám sát đạt yêu cầu",
    )


def _event(scribe: Scribe, rollout: Rollout, kind: str, day: date, cause: str) -> None:
    with scribe.told_on(day):
        record_event(rollout, kind=kind, on=PartialDate(day), cause=cause, by=scribe.by)


def _declarations(scribe: Scribe, code: str, first: date | None, second: date | None) -> None:
    """Its declarations to both editions, with the yearly loops between and after them."""
    agency, random = scribe.agencies[code], scribe.random
    begin = max(agency.valid_from or date.min, date(2014, 6, 2))
    end = agency.valid_to or today()
    declared = [(edition, on) for edition, on in (("2008", first), ("2015", second)) if on]
    for edition, on in declared:
        days = when.schedule(
            random, when.BY_ITS_HEAD, "declared", on, begin=max(begin, add_months(on, -14)), end=end
        )
        journey = Journey(code, "declaration", edition, days, n_documents=random.randint(8, 20))
        rollout = record_journey(scribe, journey)
    started = declared[0][1].year + 1
    missed = frozenset(y for y in range(started, 2025) if random.random() < _slack(y))
    last = LOOP_ENDS.get(code, today().year)
    again = DECLARED_AGAIN.get(code)
    record_loop(scribe, code, started, last, missed=missed - {again, last, 2024, 2025})
    if again:
        _declare_again(scribe, code, rollout, date(again, 11, 15))
    if code in DECLARATION_RESTED:
        rested, restored = DECLARATION_RESTED[code]
        _event(scribe, rollout, "suspended", rested, "Chưa khắc phục kết luận kiểm tra")
        _event(scribe, rollout, "restored", restored, "Đã khắc phục xong")
    if code in DECLARATION_ENDED:
        day, why = DECLARATION_ENDED[code]
        _event(scribe, rollout, "cancelled", day, why)


def _slack(year: int) -> float:
    """How often an agency left the loop out: the habit grew with the years."""
    return 0.4 if year < 2021 else 0.12


def _declare_again(scribe: Scribe, code: str, rollout: Rollout, day: date) -> None:
    with scribe.told_on(day):
        sign_declaration(
            rollout,
            number=scribe.numbers.of(code, "CB", day),
            scope=SCOPE,
            kind="again",
            why_again="extended",
            signer=head_of(code),
            signed_on=PartialDate(day),
            by=scribe.by,
        )


def _voluntary(scribe: Scribe) -> None:
    """Certificates that four agencies asked for by themselves, and what became of them."""
    now = today()
    plans = {
        "SGDDT": add_months(now + timedelta(days=56), -36),
        "SCT": date(2022, 11, 14),
        "TTT": date(2024, 3, 11),
        "SNGV": date(2024, 9, 16),
    }
    for code, issued in plans.items():
        days = when.schedule(
            scribe.random,
            when.CERTIFICATE,
            "certified",
            issued,
            begin=add_months(issued, -15),
            since=(0, 0),
        )
        for step in ("audited", "reviewed"):
            days.setdefault(step, days["stage2"] - timedelta(days=40))
        journey = Journey(
            code,
            "voluntary_certificate",
            "2015",
            days,
            n_documents=scribe.random.randint(14, 26),
            findings=(0, 3, 2),
            body=VOLUNTARY_BODY,
        )
        rollout = record_journey(scribe, journey)
        surveyed = add_months(issued, 11)
        if surveyed < now:
            record_surveillance(scribe, journey, rollout, "surveillance1", surveyed)
        if code == "TTT":
            _event(scribe, rollout, "withdrawn", when.ago(210), "Không khắc phục điểm loại 1")
        if code == "SNGV":
            _event(scribe, rollout, "suspended", when.ago(75), "Quá hạn đánh giá giám sát")
    for back in (400, 60):
        record_internal(scribe, "SGDDT", when.ago(back + 12), when.ago(back))
