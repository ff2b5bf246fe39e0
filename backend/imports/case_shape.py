"""The shape of a case file: the whole history of one rollout (contract 6).

Every key but `agency` is optional; an unknown key is an error that names it.
"""

from typing import Any

from core.rules import Malformed
from core.shapes import (
    Address,
    Choice,
    DayField,
    Flag,
    Items,
    Mapping,
    Moment,
    NumberField,
    PartialDateField,
    Shape,
    ShapeError,
    TextField,
    Whole,
)

MAX_COUNT = 5000


class Block(Shape):
    """A block of a case; `irregular` is the reason for what broke a rule of its day."""

    reason = None
    irregular = TextField(required=False, allow_null=True, max_length=2000)


def text(length: int = 500) -> TextField:
    return TextField(required=False, allow_null=True, allow_blank=True, max_length=length)


def day() -> PartialDateField:
    return PartialDateField(required=False, allow_null=True)


def exact() -> DayField:
    return DayField(required=False, allow_null=True)


def number() -> NumberField:
    return NumberField(required=False, allow_null=True)


def choice(*codes: str) -> Choice:
    return Choice(choices=list(codes), required=False, allow_null=True)


def whole(low: int = 0, high: int = MAX_COUNT) -> Whole:
    return Whole(required=False, allow_null=True, min_value=low, max_value=high)


class Source(Shape):
    reason = None
    title = text(1000)
    published_at = Moment(required=False, allow_null=True)
    url = Address(required=False, allow_null=True, max_length=500)
    real = Flag(required=False)


class OfAgency(Shape):
    reason = None
    code = TextField(max_length=40)


class OfRollout(Shape):
    reason = None
    track = choice("state_certificate", "declaration", "voluntary_certificate")
    edition = text(10)
    cycle = whole(1, 99)
    opened_on = exact()


class PlanBlock(Block):
    kind = choice("de_an", "ke_hoach")
    title = text()
    owner_name = text(200)
    owner_position = text(200)
    scope = text(10000)
    objectives = text(10000)
    started_on = day()
    completed_on = day()


class SubmissionBlock(Block):
    number = number()
    sent_on = day()
    sent_to = text(300)
    state = choice("sent", "being_prepared")


class AppraisalBlock(Block):
    council = text(300)
    met_on = day()
    result = choice("passed", "passed_with_changes", "failed")
    opinions = Items(child=TextField(max_length=4000), required=False, allow_null=True)


class DecisionBlock(Block):
    number = number()
    signed_on = day()
    issuer = text(300)
    signer = text(200)
    effective_on = exact()


class DirectiveBlock(Block):
    number = number()
    signed_on = day()
    issuer = text(300)
    orders_transition = Items(
        child=TextField(max_length=10), required=False, allow_null=True, min_length=2, max_length=2
    )
    kind = choice("letter", "province_plan", "council_conclusion", "inspection_plan")


class TrainingBlock(Block):
    topic = choice("awareness", "documentation", "internal_auditor", "transition", "software")
    held_on = day()
    participants = whole(0, 100000)


class ItemBlock(Block):
    code = text(60)
    title = text()
    kind = TextField(max_length=10)
    unit = text(200)
    listed_on = day()
    drafted_on = exact()
    reviewed_on = exact()
    approved_on = exact()
    effective_on = exact()
    withdrawn_on = exact()


class DocumentsBlock(Block):
    as_of = exact()
    by_kind = Mapping(
        child=Whole(min_value=0, max_value=MAX_COUNT), required=False, allow_null=True
    )
    items = ItemBlock(many=True, required=False, allow_null=True)


class PromulgationBlock(Block):
    number = number()
    signed_on = day()
    effective_on = exact()


class InternalAuditBlock(Block):
    def get_fields(self) -> dict[str, Any]:
        return {**super().get_fields(), "from": day(), "to": day()}


class ReviewBlock(Block):
    held_on = day()
    chair = text(200)


class YearPlanBlock(Block):
    number = number()
    signed_on = exact()


class YearBlock(Block):
    year = Whole(min_value=2001, max_value=2100)
    plan = YearPlanBlock(required=False, allow_null=True)
    objectives = Items(child=TextField(max_length=1000), required=False, allow_null=True)
    board_renewed_on = exact()
    report_sent_on = exact()


class FindingBlock(Block):
    grade = Choice(choices=["major", "minor", "observation"])
    count = whole(1)
    code = text(40)
    clause = text(20)
    unit = text(200)
    description = text(4000)
    due_on = exact()
    completed_on = day()
    verified_on = day()
    days_early = whole(-10000, 10000)
    disposition = choice("done", "not_done")
    cause = text(4000)


class ExternalAuditBlock(Block):
    body = text(300)
    type = choice(
        "stage1",
        "stage2",
        "surveillance1",
        "surveillance2",
        "recertification",
        "transition",
        "extension",
        "special",
    )
    edition = text(10)
    report_number = number()
    findings = FindingBlock(many=True, required=False, allow_null=True)

    def get_fields(self) -> dict[str, Any]:
        return {**super().get_fields(), "from": day(), "to": day()}


class InspectionBlock(Block):
    on = day()
    result = choice("passed", "to_correct", "failed")
    conclusions = text(10000)


class ApplicationBlock(Block):
    addressee = text(300)
    number = number()
    sent_on = day()
    state = choice("being_prepared", "sent", "returned")


class CertificateBlock(Block):
    number = text(80)
    issuer = text(300)
    edition = text(10)
    scope = text(10000)
    issued_on = day()
    valid_from = day()
    valid_to = exact()


class DeclarationBlock(Block):
    number = text(80)
    edition = text(10)
    scope = text(10000)
    kind = choice("first", "again")
    signer = text(200)
    signed_on = day()
    posted_on = exact()


class StatusEventBlock(Block):
    kind = Choice(
        choices=[
            "suspended",
            "restored",
            "withdrawn",
            "cancelled",
            "reduced",
            "paused",
            "resumed",
        ]
    )
    on = day()

    def get_fields(self) -> dict[str, Any]:
        return {**super().get_fields(), "reason": text(2000)}


def blocks(shape: type[Block]) -> Any:
    return shape(many=True, required=False, allow_null=True)


def block(shape: type[Block]) -> Any:
    return shape(required=False, allow_null=True)


class CaseShape(Shape):
    """One case: the history of one rollout of one agency."""

    reason = None
    source: Any = Source(required=False, allow_null=True)
    agency = OfAgency()
    rollout = OfRollout(required=False, allow_null=True)
    plan = block(PlanBlock)
    submission = block(SubmissionBlock)
    appraisal = block(AppraisalBlock)
    decision = block(DecisionBlock)
    directives = blocks(DirectiveBlock)
    trainings = blocks(TrainingBlock)
    documents = block(DocumentsBlock)
    promulgation = block(PromulgationBlock)
    internal_audits = blocks(InternalAuditBlock)
    management_reviews = blocks(ReviewBlock)
    maintenance_years = blocks(YearBlock)
    external_audits = blocks(ExternalAuditBlock)
    inspections = blocks(InspectionBlock)
    application = block(ApplicationBlock)
    certificates = blocks(CertificateBlock)
    declarations = blocks(DeclarationBlock)
    status_events = blocks(StatusEventBlock)


def read_cases(data: Any) -> list[dict[str, Any]]:
    """The cases of a file, one or a list of them; raises with a pointer to each fault."""
    many = data if isinstance(data, list) else [data]
    if not many or not all(isinstance(case, dict) for case in many):
        raise Malformed(("", "case.not_an_object", {}))
    shape = CaseShape(data=many, many=True)
    shape.is_valid()
    if shape.errors:
        detail = shape.errors if isinstance(data, list) else shape.errors[0]
        raise ShapeError(detail)
    return [dict(case) for case in shape.validated_data]
