"""Forms that ask to be confirmed: what is typed, what is unusual about it; then it is saved."""

from datetime import timedelta

from tests.browser.hands import NOW
from tests.browser.reasons_forms import COORDINATOR, Form
from tests.browser.reasons_guards import YESTERDAY
from tests.browser.reasons_records import HEAD, READY_HEAD

WARNED = [
    # T13: not chaired by the head; nobody said by whom, and no internal audit before
    Form(
        "own",
        "years",
        "review.record",
        {"Ngày thực hiện": "01/07/2016", "Chủ trì": "Phó Trưởng ban Trần Văn B"},
        {"review.not_chaired_by_head"},
    ),
    Form(
        "own",
        "years",
        "review.record",
        {"Ngày thực hiện": "05/05/2009"},
        {"review.before_internal_audit", "review.chair_missing"},
    ),
    # T2, T6, T8, T10, T11, T12
    Form("clean", "plan", "plan.record", {"Tên": "Kế hoạch"}, {"plan.budget_missing"}),
    Form(
        "sent",
        "plan",
        "appraisal.record",
        {"Kết quả": "=Đạt, có chỉnh sửa", "Ngày họp": "01/03/2012"},
        {"appraisal.minutes_missing"},
        COORDINATOR,
    ),
    Form(
        "own",
        "years",
        "board.record",
        {"Ngày quyết định": "01/12/2012", "Trưởng ban": "Trưởng ban", "Thư ký": "Chánh Văn phòng"},
        {"board.decided_late"},
    ),
    Form(
        "own",
        "documents",
        "promulgation.record",
        {"Ngày ký": YESTERDAY, "Tài liệu được ban hành": "=QT-03"},
        {
            "promulgation.not_approved",
            "promulgation.partial",
            "promulgation.required_missing",
        },
    ),
    Form(
        "own",
        "years",
        "internal_audit.record",
        {
            "Từ ngày": "05/05/2017",
            "Đến ngày": "06/05/2017",
            "Đoàn đánh giá": "+Thêm dòng",
            "Họ và tên": "Trần Văn B",
            "Đơn vị": "Văn phòng",
            "Đánh giá các đơn vị": "Phòng Kế hoạch; Văn phòng",
        },
        {"audit.auditors_not_trained", "audit.own_unit"},
    ),
    Form(
        "own",
        "years",
        "training.record",
        {"Nội dung đào tạo": "=Nhận thức chung", "Ngày thực hiện": "05/05/2017"},
        {"list_approval.missing"},
    ),
    Form(
        "plans of late",
        "",
        "plan.submit",
        {"Ngày gửi": f"{NOW - timedelta(days=17):%d/%m/%Y}"},
        {"plan.budget_missing"},
        HEAD,
        makes="submissions",
    ),
    # T14, T16, T20, T21, T23, T24
    Form(
        "ready",
        "proofs",
        "declaration.sign",
        {"Ngày ký": YESTERDAY, "Phạm vi": "Mọi thủ tục", "Số, ký hiệu": "01/CB-TT"},
        {"declaration.signer_missing", "declaration.internal_major_open"},
        READY_HEAD,
    ),
    Form(
        "clean",
        "proofs",
        "application.record",
        {"Nơi nhận hồ sơ": "QUACERT"},
        {"application.items_missing"},
    ),
    Form(
        "returned",
        "proofs",
        "application.record",
        {"Ngày gửi": "01/07/2012", "Tình trạng": "=Đã gửi"},
        {"application.items_missing", "application.observations_open"},
    ),
    Form(
        "applied",
        "audits",
        "audit.record",
        {
            "Tổ chức chứng nhận": "=QUACERT",
            "Loại cuộc đánh giá": "=Giai đoạn 2",
            "Từ ngày": "06/06/2012",
        },
        {"audit.stage_gap"},
    ),
    Form(
        "clean",
        "proofs",
        "certificate.issue",
        {
            "Số giấy chứng nhận": "HT 80",
            "Cơ quan ban hành, cấp": "QUACERT",
            "Ngày ban hành, cấp": "01/07/2012",
            "Hiệu lực đến": "31/12/2013",
        },
        {"certificate.unusual_validity"},
        COORDINATOR,
    ),
    Form(
        "certificates of ended",
        "",
        "status.record",
        {"Loại": "=Tạm đình chỉ", "Từ ngày": "01/09/2012", "Lý do": "Theo thông báo"},
        {"status_event.document_missing"},
        COORDINATOR,
        menu=True,
    ),
    Form(
        "certificates of stopped",
        "",
        "status.record",
        {"Loại": "=Khôi phục", "Từ ngày": "01/05/2013"},
        {"status_event.document_missing", "status_event.restored_late"},
        COORDINATOR,
        menu=True,
    ),
]
