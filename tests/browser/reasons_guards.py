"""Forms filled in against the guards of the way from plan to proof (domain reference 2.7)."""

from tests.browser.hands import ago
from tests.browser.reasons_forms import COORDINATOR, LONG_AGO, SOON, Form
from tests.browser.reasons_records import HEAD, READY_HEAD

OPENED = {"Phiên bản tiêu chuẩn": "=2015"}
INVITE = "Mời người dùng"
PROVINCE = "UBND tỉnh Quảng Ninh"
DAY = "{2}/{1}/{0}".format
YESTERDAY = DAY(*ago(1).split("-"))

GUARDS = [
    # T1: the agency lives on the day; no other open rollout of the track
    Form(
        "young agency",
        "plan",
        "rollout.open",
        {**OPENED, "Ngày mở đợt": "05/05/2000"},
        {"day.before_2001", "agency.not_yet"},
        COORDINATOR,
    ),
    Form(
        "own",
        "plan",
        "rollout.open",
        {**OPENED, "Ngày mở đợt": SOON},
        {"day.in_future", "rollout.one_open"},
    ),
    Form(
        "ended agency",
        "plan",
        "rollout.open",
        {**OPENED, "Ngày mở đợt": SOON},
        {"day.in_future", "agency.ended"},
        COORDINATOR,
    ),
    Form(
        "own",
        "plan",
        "rollout.correct",
        {"Ngày mở đợt": SOON},
        {"day.in_future", "rollout.opened_after_fact"},
        menu=True,
    ),
    # T4, T6, T7, T7b: sent back, appraised, approved
    Form(
        "plans of sent",
        "",
        "plan.return",
        {"Lý do": "Chưa rõ phạm vi"},
        {"plan.return_without_opinion", "plan.return_without_due_day"},
        COORDINATOR,
    ),
    Form(
        "sent",
        "plan",
        "appraisal.record",
        {"Kết quả": "=Đạt, có chỉnh sửa"},
        {"appraisal.met_on_missing"},
        COORDINATOR,
    ),
    Form(
        "passed",
        "plan",
        "decision.record",
        {
            "Số, ký hiệu": "7711/QĐ-UBND",
            "Ngày ký": "01/01/2012",
            "Cơ quan ban hành, cấp": PROVINCE,
        },
        {
            "official_document.differs",
            "decision.signed_before_plan",
            "decision.signed_before_appraisal",
        },
        COORDINATOR,
    ),
    Form(
        "own",
        "plan",
        "decision.record",
        {"Số, ký hiệu": "12/QĐ-BQL", "Ngày ký": SOON, "Cơ quan ban hành, cấp": PROVINCE},
        {"day.in_future", "decision.head_may_not", "decision.issued_by_another"},
        HEAD,
    ),
    # T8, T10, T13: board, promulgation, review
    Form(
        "own",
        "years",
        "board.record",
        {"Ngày quyết định": SOON},
        {"day.in_future", "board.incomplete"},
    ),
    Form(
        "own",
        "documents",
        "promulgation.record",
        {"Ngày ký": "01/02/2016", "Có hiệu lực từ": LONG_AGO, "Tài liệu được ban hành": "=QT-04"},
        {"promulgation.effective_before_signed", "promulgation.signed_before_approved"},
    ),
    Form(
        "own",
        "years",
        "review.record",
        {"Ngày thực hiện": "01/05/2016", "Chủ trì": "Phó Trưởng ban"},
        {"review.before_its_audit"},
    ),
    # T14: the declaration says what it covers
    Form(
        "ready",
        "proofs",
        "declaration.sign",
        {"Ngày ký": YESTERDAY, "Ngày đăng công khai": LONG_AGO},
        {"declaration.scope_missing", "declaration.posted_before_signed"},
        READY_HEAD,
    ),
    # T16, T17, T18: audits and findings
    Form(
        "clean",
        "audits",
        "audit.record",
        {
            "Tổ chức chứng nhận": "=QUACERT",
            "Loại cuộc đánh giá": "=Giai đoạn 2",
            "Phiên bản tiêu chuẩn": "=2008",
            "Từ ngày": "06/06/2019",
            "Đến ngày": "05/06/2019",
        },
        {"audit.edition_void", "audit.ended_before_started"},
    ),
    Form(
        "NC-06",
        "",
        "fact.correct",
        {"Điều khoản": "99.9", "Ngày phát hiện": SOON},
        {"day.in_future", "finding.clause_unknown"},
        menu=True,
    ),
    Form(
        "NC-07",
        "",
        "finding.close",
        {"Hoàn thành": LONG_AGO},
        {"finding.closed_before_raised", "finding.cause_missing", "finding.cause_category_missing"},
    ),
    Form(
        "NC-08",
        "",
        "finding.close",
        {"Hoàn thành": YESTERDAY},
        {"finding.closed_before_reopened", "finding.cause_missing"},
    ),
    Form(
        "NC-06",
        "",
        "finding.extend",
        {"Hạn mới": LONG_AGO, "Người đồng ý": "Chánh Văn phòng", "Lý do": "Chờ kinh phí"},
        {"finding.extended_not_later", "finding.due_before_raised"},
        COORDINATOR,
    ),
    Form(
        "LY-02",
        "",
        "finding.disposition",
        {"Kết quả xem xét": "=Không thực hiện"},
        {"finding.disposition_reason_missing"},
    ),
    # T21, T23, T24, T28: certificates and what happens to them
    Form(
        "clean",
        "proofs",
        "certificate.issue",
        {
            "Số giấy chứng nhận": "HT 78",
            "Cơ quan ban hành, cấp": "QUACERT",
            "Ngày ban hành, cấp": "01/01/2012",
            "Hiệu lực từ": "01/12/2011",
        },
        {"certificate.before_audit", "certificate.valid_before_issued"},
        COORDINATOR,
    ),
    Form(
        "clean",
        "proofs",
        "certificate.issue",
        {
            "Số giấy chứng nhận": "HT 81",
            "Cơ quan ban hành, cấp": "QUACERT",
            "Phiên bản tiêu chuẩn": "=2015",
            "Ngày ban hành, cấp": "01/07/2012",
            "Hiệu lực từ": "01/06/2012",
        },
        {"certificate.edition_not_audited", "certificate.valid_before_issued"},
        COORDINATOR,
    ),
    Form(
        "clean",
        "proofs",
        "certificate.issue",
        {"Số giấy chứng nhận": "HT 79", "Cơ quan ban hành, cấp": "QUACERT"},
        {"certificate.issued_on_missing"},
        COORDINATOR,
    ),
    Form(
        "certificates of stopped",
        "",
        "status.record",
        {"Loại": "=Tạm đình chỉ", "Từ ngày": SOON, "Nguyên nhân, lý do": "Không giám sát"},
        {"day.in_future", "status_event.already_suspended"},
        COORDINATOR,
        menu=True,
    ),
    Form(
        "certificates of ended",
        "",
        "status.record",
        {"Loại": "=Khôi phục", "Từ ngày": SOON},
        {"day.in_future", "status_event.not_suspended"},
        COORDINATOR,
        menu=True,
    ),
    Form(
        "own",
        "proofs",
        "status.pause",
        {"Loại": "=Tiếp tục", "Từ ngày": SOON},
        {"day.in_future", "status_event.not_paused"},
        HEAD,
    ),
    Form(
        "again",
        "proofs",
        "status.pause",
        {"Loại": "=Tạm dừng", "Từ ngày": SOON, "Nguyên nhân, lý do": "Sắp xếp bộ máy"},
        {"day.in_future", "status_event.already_paused"},
        HEAD,
    ),
    # agencies: a code is used once, a life begins before it ends, a name begins on a day of its own
    Form(
        "reorganisations",
        "",
        "agency.create",
        {
            "Mã": "SNV",
            "Tên": "Sở Nội vụ",
            "Loại cơ quan": "=Sở",
            "Hoạt động từ ngày": SOON,
            "Hoạt động đến hết ngày": LONG_AGO,
        },
        {"day.in_future", "agency.exists", "agency.ended_before_started"},
        COORDINATOR,
    ),
    Form(
        "young agency",
        "plan",
        "agency.rename",
        {"Tên mới": "Sở Nội vụ và Lao động", "Từ ngày": "01/03/2025"},
        {"agency.named_that_day"},
        COORDINATOR,
    ),
    Form(
        "young agency",
        "plan",
        "agency.rename",
        {"Tên mới": "Sở Nội vụ và Lao động", "Từ ngày": "05/05/2000"},
        {"day.before_2001", "agency.not_yet"},
        COORDINATOR,
    ),
    # accounts: a role of an agency, a role of the province
    Form(
        "accounts",
        "",
        "account.create",
        {"Tên đăng nhập": "canbo.bql", "Họ và tên": "Nguyễn Văn A"},
        {"account.exists", "account.agency_missing"},
        COORDINATOR,
        name=INVITE,
    ),
    Form(
        "accounts",
        "",
        "account.create",
        {
            "Tên đăng nhập": "nguoi.moi",
            "Họ và tên": "Nguyễn Văn A",
            "Vai trò": "=Chuyên viên",
            "Cơ quan": "=Ban Quản lý Khu kinh tế",
        },
        {"account.of_no_agency", "account.role_not_yours"},
        COORDINATOR,
        name=INVITE,
    ),
]
# T7b: the whole decision is in order, but for the rule of the province about this kind of agency.
BY_HEAD = Form(
    "ready",
    "plan",
    "decision.record",
    {
        "Số, ký hiệu": "21/QĐ-TTPVHCC",
        "Ngày ký": YESTERDAY,
        "Cơ quan ban hành, cấp": "Trung tâm Phục vụ hành chính công tỉnh Quảng Ninh",
    },
    {"decision.head_may_not"},
    READY_HEAD,
)
