"""Forms filled in against several rules at once: what is typed, and the reasons it must meet."""

from datetime import timedelta
from typing import NamedTuple

from tests.browser.hands import NOW
from tests.browser.reasons_records import HEAD, OFFICER

COORDINATOR = "chuyenvien"
SOON = f"{NOW + timedelta(days=20):%d/%m/%Y}"
LONG_AGO = "05/05/2009"


class Form(NamedTuple):
    """Whose form of which act, on which rollout's page or record; fields by their labels.

    A value with "=" before it is chosen from a list, with "+" it is a button to press.
    `name` where the button is not called by its act, `menu` where it stands in the record's menu,
    `makes` the collection of what it makes.
    """

    record: str
    tab: str
    act: str
    fields: dict[str, str]
    codes: set[str]
    who: str = OFFICER
    menu: bool = False
    name: str = ""
    makes: str = ""


FORMS = [
    Form(
        "own",
        "plan",
        "plan.record",
        {"Bắt đầu": SOON, "Hoàn thành": LONG_AGO},
        {"day.in_future", "plan.completed_before_started"},
    ),
    Form(
        "sent",
        "plan",
        "appraisal.record",
        {"Ngày họp": "01/01/2012", "Kết quả": "=Không đạt", "Hạn trình lại": "01/12/2011"},
        {
            "appraisal.met_before_plan",
            "appraisal.met_before_submission",
            "appraisal.due_before_met",
            "plan.return_without_opinion",
        },
        COORDINATOR,
    ),
    Form(
        "own",
        "documents",
        "list.approve",
        {"Phê duyệt": "05/05/2000"},
        {"day.before_2001", "list_approval.empty"},
        HEAD,
    ),
    Form(
        "found",
        "audits",
        "audit.record",
        {
            "Tổ chức chứng nhận": "=QUACERT",
            "Loại cuộc đánh giá": "=Giai đoạn 1",
            "Từ ngày": SOON,
            "Đến ngày": "06/06/2012",
        },
        {"day.in_future", "audit.ended_before_started", "audit.stage2_before_stage1"},
    ),
    Form(
        "own",
        "years",
        "training.record",
        {
            "Nội dung đào tạo": "=Nhận thức chung",
            "Ngày thực hiện": SOON,
            "Số người tham dự": "3",
            "Số chứng nhận được cấp": "5",
        },
        {"day.in_future", "training.more_certificates_than_participants"},
    ),
    Form(
        "own",
        "years",
        "year.record",
        {"Năm": str(NOW.year + 1), "Ngày ký kế hoạch năm": LONG_AGO},
        {"maintenance_year.in_future", "maintenance_year.plan_of_another_year"},
    ),
    Form(
        "clean",
        "proofs",
        "certificate.issue",
        {
            "Số giấy chứng nhận": "HT 77",
            "Cơ quan ban hành, cấp": "QUACERT",
            "Ngày ban hành, cấp": "01/07/2012",
            "Hiệu lực từ": "01/06/2012",
            "Hiệu lực đến": "01/01/2012",
        },
        {
            "certificate.valid_before_issued",
            "certificate.ended_before_issued",
            "certificate.ended_before_valid",
        },
        COORDINATOR,
    ),
    Form(
        "NC-06",
        "",
        "finding.close",
        {"Hoàn thành": LONG_AGO},
        {"finding.closed_before_raised", "finding.cause_missing"},
    ),
    Form(
        "NC-03",
        "",
        "finding.verify",
        {"Ngày xác nhận": LONG_AGO},
        {"finding.verified_before_raised", "finding.verified_before_completed"},
        COORDINATOR,
    ),
    Form(
        "submissions of back",
        "",
        "submission.receive",
        {"Ngày tiếp nhận": LONG_AGO},
        {"submission.received_before_sent"},
        COORDINATOR,
    ),
]
