"""The order in which facts are recorded changes nothing but the trail."""

from dataclasses import asdict
from datetime import date

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from core.days import PartialDate
from tests.contract.world import undone

pytestmark = pytest.mark.django_db
QUICK = settings(
    max_examples=8,
    deadline=None,
    derandomize=True,
    suppress_health_check=[HealthCheck.function_scoped_fixture],
)
UBND = "UBND tỉnh Quảng Ninh"
SAMPLED = [date(year, 6, 15) for year in (2008, 2009, 2010, 2011, 2014, 2016, 2017, 2019)]


def case(code, **blocks):
    return {
        "agency": {"code": code},
        "source": {"title": "Báo cáo", "published_at": "2019-05-05T08:00:00+07:00"},
        "rollout": {"track": "state_certificate", "edition": "2000"},
        **blocks,
    }


SHARED = {"number": "77/QĐ-UBND", "signed_on": "2008-04-01", "issuer": UBND}
ORDER = {"number": "33/UBND-MT", "signed_on": "2009-09-07", "issuer": UBND,
         "orders_transition": ["2000", "2008"]}  # fmt: skip


def external(day, *findings, edition="2008"):
    return {"body": "QUACERT", "type": "stage2", "edition": edition, "from": day, "to": day,
            "findings": list(findings)}  # fmt: skip


CASES = [
    case(
        "STP", plan={"title": "Đề án", "completed_on": "2008-01-10"}, decision=SHARED,
        directives=[ORDER], documents={"as_of": "2009-01-01", "by_kind": {"QT-TN": 4}},
        external_audits=[external("2010-05-05", {"grade": "minor", "completed_on": "2010-06-06"})],
        certificates=[{"number": "HT 1", "issuer": "QUACERT", "edition": "2008",
                       "issued_on": "2010-09-01", "valid_to": "2013-08-31"}],
    ),
    case("SCT", decision=SHARED, directives=[ORDER],
         external_audits=[external("2010-07-07", {"grade": "major", "count": 2})]),
    case("SCT", rollout={"track": "declaration", "edition": "2015"},
         internal_audits=[{"from": "2016-01-01", "to": "2016-01-02"}],
         management_reviews=[{"held_on": "2016-02-02"}],
         declarations=[{"number": "4/QĐ-SCT", "edition": "2015", "scope": "Mọi thủ tục",
                        "kind": "first", "signed_on": "2016-03-03"}],
         status_events=[{"kind": "suspended", "on": "2017-01-01", "reason": "x"}]),
    case("SYT", plan={"title": "Kế hoạch"}, decision={**SHARED, "number": "78/QĐ-UBND"},
         documents={"items": [{"code": "QT-01", "kind": "QT-TN", "listed_on": "2009-01-01",
                               "effective_on": "2009-03-01"}]}),
    case("HUYEN-COTO", rollout={"opened_on": "2011-01-01", "edition": "2008"}),
]  # fmt: skip


TECHNICAL = ["id", "row_version", "proof_id", "last_recorded_at"]


def without_ids(rollout):
    return {**asdict(rollout), **dict.fromkeys(TECHNICAL)}


def province():
    """The board of each sampled day, and what its rollouts are without their ids."""
    from progress.stages import rollouts_on
    from progress.summaries import summary_on

    pictures = []
    for day in SAMPLED:
        rollouts = [without_ids(rollout) for rollout in rollouts_on(day)]
        rollouts.sort(key=lambda r: (r["agency_id"], r["opened_on"], r["track"]))
        pictures.append((day, summary_on(day), rollouts))
    return pictures


@pytest.fixture
def after(load):
    """after(cases): the province after loading them in this order, then rolled back."""

    def picture(cases):
        with undone():
            load(*cases)
            return province()

    return picture


def test_cases_loaded_in_any_order_give_the_same_province(after):
    expected = after(CASES)

    @QUICK
    @given(st.permutations(CASES))
    def in_any_order(cases):
        assert after(cases) == expected

    in_any_order()


def test_one_file_or_many_give_the_same_province(after):
    assert after([CASES]) == after(CASES)


# The blocks of one case, one by one: (what must be there before, what is recorded).


def day(text):
    return PartialDate(date.fromisoformat(text))


class Recorder:
    """Records the blocks of one rollout in the order asked for, by the records of each app."""

    def __init__(self, system):
        from agencies.models import Agency
        from core.provenance import Provenance
        from plans.records import put_rollout

        self.agency = Agency.objects.get(code="STP")
        self.told = Provenance(system.pk, date(2019, 5, 5), "Báo cáo")
        self.rollout = put_rollout(
            self.agency, edition="2008", track="state_certificate", cycle=1, opened_on=None,
            told=self.told,
        )  # fmt: skip
        self.made = {}

    def plan(self):
        from plans.records import put_plan

        self.made["plan"] = put_plan(
            self.rollout, told=self.told, kind="de_an", title="Đề án",
            started_on=day("2007-05-05"), completed_on=day("2008-01-10"),
        )  # fmt: skip

    def submission(self):
        from plans.records import put_submission

        put_submission(
            self.made["plan"], told=self.told, number="5/TTr-STP", sent_on=day("2008-02-01")
        )

    def appraisal(self):
        from plans.records import put_appraisal

        put_appraisal(self.rollout, told=self.told, result="passed", met_on=day("2008-03-01"))

    def decision(self):
        from plans.records import put_decision, put_official_document

        paper = put_official_document(
            issuer=UBND, number="77/QĐ-UBND", signed_on=day("2008-04-01"), told=self.told
        )
        put_decision(paper, [self.rollout], told=self.told)

    def documents(self):
        from documents.records import put_items

        put_items(
            self.rollout, told=self.told, as_of=None,
            items=[
                {"code": "QT-01", "kind": "QT-TN", "listed_on": date(2008, 5, 1),
                 "approved_on": date(2008, 6, 1)},
                {"code": "QT-02", "kind": "QT-BB", "listed_on": date(2008, 5, 1)},
            ],
        )  # fmt: skip

    def promulgation(self):
        from documents.records import put_promulgation

        put_promulgation(
            self.rollout, told=self.told, signed_on=day("2008-06-15"),
            effective_on=date(2008, 9, 1),
        )  # fmt: skip

    def internal_audit(self):
        from audits.records import put_audit

        put_audit(kind="internal", agency=self.agency, told=self.told, to_on=day("2008-10-02"))

    def review(self):
        from maintenance.records import put_review

        put_review(self.agency, told=self.told, held_on=day("2008-11-03"))

    def audit(self):
        from audits.records import put_audit
        from standards.models import CertificationBody

        self.made["audit"] = put_audit(
            kind="external", rollout=self.rollout, told=self.told, type="stage2", edition="2008",
            from_on=day("2009-12-31"), to_on=day("2009-12-31"),
            body=CertificationBody.objects.get(code="QUACERT"),
        )  # fmt: skip

    def findings(self):
        from audits.records import put_findings

        self.made["findings"] = put_findings(
            self.made["audit"], [{"grade": "minor", "count": 2}], told=self.told
        )[0]

    def completion(self):
        from audits.records import put_completion

        put_completion(self.made["findings"], completed_on=day("2010-01-20"), told=self.told)

    def application(self):
        from certificates.records import put_application

        put_application(self.rollout, told=self.told, sent_on=day("2010-02-20"))

    def certificate(self):
        from certificates.records import put_certificate

        put_certificate(
            self.rollout, told=self.told, number="HT 1", issuer="QUACERT", edition="2008",
            issued_on=day("2010-05-05"), valid_to=date(2013, 5, 4),
        )  # fmt: skip

    def suspension(self):
        from certificates.records import put_status_event

        put_status_event(
            self.rollout, told=self.told, kind="suspended", on=day("2011-01-01"), cause="x"
        )

    def restoration(self):
        from certificates.records import put_status_event

        put_status_event(
            self.rollout, told=self.told, kind="restored", on=day("2011-03-01"), cause="x"
        )


BLOCKS = {
    "plan": (), "submission": ("plan",), "appraisal": (), "decision": (), "documents": (),
    "promulgation": ("documents",), "internal_audit": (), "review": (), "audit": (),
    "findings": ("audit",), "completion": ("findings",), "application": (), "certificate": (),
    "suspension": (), "restoration": (),
}  # fmt: skip
# A day of every stage that the blocks bring about.
CHANGES = [
    date.fromisoformat(text)
    for text in (
        "2007-05-04", "2007-12-31", "2008-02-15", "2008-03-15", "2008-04-15", "2008-05-15",
        "2008-06-20", "2008-09-15", "2008-11-15", "2009-12-31", "2010-01-25", "2010-02-25",
        "2010-06-01", "2011-02-01", "2011-04-01", "2013-06-01", "2019-01-01",
    )
]  # fmt: skip


def in_possible_order(wanted):
    """The wanted order, each block put off until those it needs are there."""
    order = []
    while len(order) < len(BLOCKS):
        ready = (b for b in wanted if b not in order and set(BLOCKS[b]) <= set(order))
        order.append(next(ready))
    return order


def ladder(system, order):
    """What the ladder says on each day after the blocks were recorded in this order."""
    from acts.gate import acting
    from agencies.models import Agency
    from progress.stages import rollouts_on

    with undone():
        with acting("records.import", by=system, on=Agency.objects.filter(code="STP")):
            recorder = Recorder(system)
            for block in order:
                getattr(recorder, block)()
        return [[without_ids(r) for r in rollouts_on(each)] for each in CHANGES]


def test_blocks_recorded_one_by_one_in_any_order_give_the_same_stages(system):
    expected = ladder(system, list(BLOCKS))
    passed = [each[0]["stage"] for each in expected if each]
    assert passed == [
        "planning", "submitted", "appraised", "approved", "documenting", "documented",
        "operating", "reviewed", "correcting", "corrected", "applied", "certified", "suspended",
        "certified", "lapsed", "lapsed",
    ]  # fmt: skip

    @QUICK
    @given(st.permutations(list(BLOCKS)))
    def in_any_order(wanted):
        assert ladder(system, in_possible_order(wanted)) == expected

    in_any_order()


def test_a_later_fact_never_changes_an_earlier_day(system):
    """Taking the latest block away changes no day before it."""
    whole = ladder(system, list(BLOCKS))
    shorter = ladder(
        system, [block for block in BLOCKS if block not in ("suspension", "restoration")]
    )
    before = [place for place, each in enumerate(CHANGES) if each < date(2011, 1, 1)]
    assert [whole[place] for place in before] == [shorter[place] for place in before]
