"""What illustrations are called: titles of documents, findings and letters. No person is named."""

from random import Random

POLICY = {
    "2008": [
        ("CSCL", "Chính sách chất lượng"),
        ("MTCL", "Mục tiêu chất lượng"),
        ("STCL", "Sổ tay chất lượng"),
        ("QT-BB", "Kiểm soát tài liệu"),
        ("QT-BB", "Kiểm soát hồ sơ"),
        ("QT-BB", "Đánh giá nội bộ"),
        ("QT-BB", "Kiểm soát sản phẩm, dịch vụ không phù hợp"),
        ("QT-BB", "Hành động khắc phục"),
        ("QT-BB", "Hành động phòng ngừa"),
    ],
    "2015": [
        ("CSCL", "Chính sách chất lượng"),
        ("MTCL", "Mục tiêu chất lượng"),
        ("BCBN", "Bối cảnh của tổ chức và các bên quan tâm"),
        ("RR", "Quản lý rủi ro và cơ hội"),
        ("QT-HT", "Kiểm soát thông tin dạng văn bản"),
        ("QT-HT", "Đánh giá nội bộ"),
        ("QT-HT", "Kiểm soát sự không phù hợp và hành động khắc phục"),
    ],
}
SUPPORT = [
    ("QT-HT", "Quản lý văn bản đi, văn bản đến"),
    ("QT-HT", "Đào tạo, bồi dưỡng công chức, viên chức"),
    ("QT-HT", "Mua sắm và quản lý tài sản công"),
    ("QT-HT", "Quản lý hệ thống công nghệ thông tin"),
    ("QT-NB", "Tổ chức cuộc họp, hội nghị"),
    ("QT-NB", "Thi đua, khen thưởng"),
    ("QT-NB", "Xây dựng chương trình công tác năm"),
    ("HD", "Hướng dẫn số hóa hồ sơ, kết quả giải quyết thủ tục hành chính"),
    ("BM", "Phiếu kiểm soát quá trình giải quyết hồ sơ"),
]
COMMUNE = [
    ("Hộ tịch", "Đăng ký khai sinh"),
    ("Hộ tịch", "Đăng ký kết hôn"),
    ("Hộ tịch", "Đăng ký khai tử"),
    ("Hộ tịch", "Cấp giấy xác nhận tình trạng hôn nhân"),
    ("Hộ tịch", "Thay đổi, cải chính, bổ sung thông tin hộ tịch"),
    ("Chứng thực", "Chứng thực bản sao từ bản chính"),
    ("Chứng thực", "Chứng thực chữ ký"),
    ("Chứng thực", "Chứng thực hợp đồng, giao dịch"),
    ("Đất đai", "Hòa giải tranh chấp đất đai"),
    ("Đất đai", "Cấp giấy chứng nhận quyền sử dụng đất lần đầu"),
    ("Đất đai", "Chuyển mục đích sử dụng đất"),
    ("Xây dựng", "Cấp giấy phép xây dựng nhà ở riêng lẻ"),
    ("Xây dựng", "Cung cấp thông tin quy hoạch"),
    ("Môi trường", "Tham vấn báo cáo đánh giá tác động môi trường"),
    ("Hộ kinh doanh", "Đăng ký thành lập hộ kinh doanh"),
    ("Hộ kinh doanh", "Đăng ký thay đổi nội dung hộ kinh doanh"),
    ("Bảo trợ xã hội", "Trợ cấp xã hội hằng tháng"),
    ("Bảo trợ xã hội", "Hỗ trợ chi phí mai táng"),
    ("Bảo trợ xã hội", "Công nhận hộ nghèo, hộ cận nghèo"),
    ("Người có công", "Xác nhận hồ sơ người có công"),
    ("Giáo dục", "Thành lập cơ sở giáo dục mầm non độc lập"),
    ("Giáo dục", "Tiếp nhận học sinh chuyển trường"),
    ("Văn hóa", "Công nhận gia đình văn hóa"),
    ("Nông nghiệp", "Hỗ trợ khôi phục sản xuất vùng bị thiên tai"),
    ("Nông nghiệp", "Chuyển đổi cơ cấu cây trồng trên đất lúa"),
    ("Tiếp công dân", "Tiếp công dân"),
    ("Tiếp công dân", "Giải quyết khiếu nại lần đầu"),
    ("Tiếp công dân", "Giải quyết tố cáo"),
    ("Dân tộc", "Bình chọn người có uy tín"),
    ("Quân sự", "Đăng ký nghĩa vụ quân sự lần đầu"),
]
DISTRICT = [
    *COMMUNE[8:16],
    ("Tài chính - Kế hoạch", "Đăng ký hợp tác xã"),
    ("Tài chính - Kế hoạch", "Thẩm định dự toán ngân sách cấp xã"),
    ("Nội vụ", "Công nhận ban vận động thành lập hội"),
    ("Nội vụ", "Thi đua, khen thưởng cấp huyện"),
    ("Y tế", "Cấp giấy chứng nhận đủ điều kiện an toàn thực phẩm"),
    ("Tư pháp", "Thay đổi hộ tịch có yếu tố nước ngoài"),
    ("Văn hóa", "Cấp giấy phép hoạt động karaoke"),
    ("Quản lý đô thị", "Cấp phép đào đường, vỉa hè"),
    *COMMUNE[16:22],
    *COMMUNE[25:28],
]
FIELDS = {
    "VPUB": ["Kiểm soát thủ tục hành chính", "Tham mưu, tổng hợp", "Tổ chức họp của UBND tỉnh"],
    "STP": ["Công chứng", "Lý lịch tư pháp", "Luật sư", "Trợ giúp pháp lý", "Đấu giá tài sản"],
    "SKHDT": ["Đăng ký doanh nghiệp", "Chủ trương đầu tư", "Đấu thầu", "Hợp tác xã"],
    "STC": ["Quản lý giá", "Ngân sách", "Tài sản công", "Đăng ký doanh nghiệp", "Đầu tư công"],
    "SCT": ["Điện lực", "Hóa chất", "Xúc tiến thương mại", "Xăng dầu", "Vật liệu nổ công nghiệp"],
    "SNNPTNT": ["Thú y", "Bảo vệ thực vật", "Thủy sản", "Lâm nghiệp", "Thủy lợi"],
    "SGTVT": ["Giấy phép lái xe", "Vận tải đường bộ", "Đường thủy nội địa", "Đăng kiểm"],
    "SXD": ["Cấp phép xây dựng", "Thẩm định thiết kế", "Quy hoạch", "Nhà ở", "Vận tải đường bộ"],
    "STNMT": ["Đất đai", "Khoáng sản", "Môi trường", "Tài nguyên nước", "Biển và hải đảo"],
    "STTTT": ["Bưu chính", "Viễn thông", "Báo chí", "Xuất bản", "Ứng dụng công nghệ thông tin"],
    "SLDTBXH": ["Việc làm", "An toàn lao động", "Người có công", "Dạy nghề", "Bảo trợ xã hội"],
    "SVHTTDL": ["Di sản", "Lữ hành", "Thể dục thể thao", "Quảng cáo", "Nghệ thuật biểu diễn"],
    "SVHTT": ["Di sản", "Thể dục thể thao", "Quảng cáo", "Nghệ thuật biểu diễn", "Thư viện"],
    "SDL": ["Lữ hành", "Cơ sở lưu trú", "Hướng dẫn viên du lịch", "Khu, điểm du lịch"],
    "SKHCN": ["Sở hữu trí tuệ", "An toàn bức xạ", "Đo lường", "Đề tài khoa học", "Viễn thông"],
    "SGDDT": ["Văn bằng, chứng chỉ", "Giáo dục trung học", "Thi, tuyển sinh", "Dạy thêm"],
    "SYT": ["Hành nghề khám bệnh", "Dược phẩm", "An toàn thực phẩm", "Giám định y khoa"],
    "SNGV": ["Lãnh sự", "Đoàn ra, đoàn vào", "Hội nghị, hội thảo quốc tế"],
    "TTT": [
        "Tiếp công dân",
        "Giải quyết khiếu nại",
        "Giải quyết tố cáo",
        "Phòng, chống tham nhũng",
    ],
    "BDT": ["Chính sách dân tộc", "Người có uy tín", "Xã đặc biệt khó khăn"],
    "SNV": ["Tổ chức bộ máy", "Công chức, viên chức", "Việc làm", "Người có công", "Lưu trữ"],
    "SNNMT": ["Đất đai", "Môi trường", "Thủy sản", "Lâm nghiệp", "Thú y", "Khoáng sản"],
    "SDTTG": ["Chính sách dân tộc", "Người có uy tín", "Hoạt động tôn giáo", "Cơ sở tôn giáo"],
}
ACTS = [
    "Cấp mới giấy phép, chứng nhận",
    "Cấp lại giấy phép, chứng nhận",
    "Thẩm định hồ sơ",
    "Tiếp nhận và công bố",
    "Thanh tra, kiểm tra",
    "Báo cáo, thống kê định kỳ",
    "Điều chỉnh, gia hạn",
]
FINDINGS = [
    ("4.2.3", "7.5.3", "Một số tài liệu bên ngoài đã hết hiệu lực còn lưu tại nơi làm việc"),
    ("4.2.4", "7.5.3", "Hồ sơ giải quyết thiếu phiếu kiểm soát quá trình"),
    ("5.4.1", "6.2", "Mục tiêu chất lượng chưa có chỉ tiêu đo được cho từng phòng"),
    ("6.2.2", "7.2", "Chưa có hồ sơ đánh giá năng lực của công chức mới tuyển dụng"),
    ("7.5.1", "8.5.1", "Hồ sơ trả kết quả chậm chưa được xin lỗi bằng văn bản"),
    ("8.2.1", "9.1.2", "Chưa tổng hợp ý kiến hài lòng của tổ chức, công dân"),
    ("8.2.2", "9.2", "Chương trình đánh giá nội bộ chưa bao quát hết các phòng"),
    ("8.5.2", "10.2", "Chưa phân tích nguyên nhân của hồ sơ quá hạn"),
    ("7.4.1", "8.4", "Chưa đánh giá nhà cung cấp dịch vụ bên ngoài"),
    ("5.6", "9.3", "Biên bản xem xét của lãnh đạo thiếu kết luận về nguồn lực"),
    ("6.3", "7.1.3", "Máy quét tại bộ phận một cửa chưa có kế hoạch bảo trì"),
    ("7.2.3", "8.2.1", "Bảng niêm yết thủ tục hành chính chưa được cập nhật"),
]
CAUSES = [
    "Người theo dõi kiêm nhiệm, chưa nắm yêu cầu của tiêu chuẩn",
    "Quy trình chưa quy định rõ trách nhiệm kiểm tra",
    "Thủ tục hành chính thay đổi nhưng danh mục chưa được rà soát",
    "Biểu mẫu cũ vẫn được sử dụng tại bộ phận một cửa",
]
OPINIONS = [
    "Bổ sung dự toán kinh phí duy trì hằng năm",
    "Làm rõ phạm vi áp dụng đối với các thủ tục hành chính liên thông",
    "Phân công lại thành viên Ban chỉ đạo ISO",
]
LETTERS = [
    (
        "V/v chuyển đổi sang TCVN ISO 9001:2015",
        "Xây dựng kế hoạch chuyển đổi sang TCVN ISO 9001:2015",
    ),
    (
        "V/v duy trì, cải tiến hệ thống quản lý chất lượng trong năm",
        "Ban hành kế hoạch ISO năm, kiện toàn Ban chỉ đạo ISO và báo cáo",
    ),
    (
        "V/v rà soát quy trình nội bộ sau sắp xếp đơn vị hành chính",
        "Rà soát, cập nhật quy trình theo thủ tục hành chính mới công bố",
    ),
    (
        "V/v báo cáo kết quả áp dụng TCVN ISO 9001 năm",
        "Báo cáo kết quả xây dựng, áp dụng hệ thống quản lý chất lượng",
    ),
]
INSPECTION_PLAN = (
    "Kế hoạch kiểm tra việc áp dụng TCVN ISO 9001",
    "Chuẩn bị báo cáo và hồ sơ phục vụ đoàn kiểm tra",
)
TO_CORRECT = "Cơ quan duy trì hệ thống; cần khắc phục các điểm nêu trong biên bản."
PASSED = "Hệ thống được duy trì theo quy định."
LATE = "Đang kiện toàn Ban chỉ đạo ISO sau sắp xếp tổ chức bộ máy"


def procedures(code: str, edition: str, count: int, random: Random) -> list[tuple[str, str, str]]:
    """About `count` documents of an agency's list: (kind, field, title), policy first.

    The mandatory ones come whole, so that a list is never shorter than they are.
    """
    known = [(kind, "", title) for kind, title in POLICY["2015" if edition == "2015" else "2008"]]
    own = [("QT-TN", field, title) for field, title in _own(code)]
    support = [(kind, "", title) for kind, title in SUPPORT]
    if edition != "2015":
        support = [(kind, field, title) for kind, field, title in support if kind == "QT-HT"]
    wanted = max(count - len(known), 1)
    n_support = min(len(support), wanted // 4)
    return [
        *known,
        *_some(own, wanted - n_support, random),
        *_some(support, n_support, random),
    ]


def _own(code: str) -> list[tuple[str, str]]:
    """The procedures that only this kind of agency has."""
    if code.startswith("XA-"):
        return COMMUNE
    if code.startswith("HUYEN-"):
        return DISTRICT
    fields = FIELDS[base(code)]
    return [(field, f"{act}: {field[0].lower()}{field[1:]}") for act in ACTS for field in fields]


def _some(rows: list, count: int, random: Random) -> list:
    """So many of the rows, in their own order."""
    chosen = set(random.sample(range(len(rows)), min(count, len(rows))))
    return [row for place, row in enumerate(rows) if place in chosen]


def base(code: str) -> str:
    """The code without the year that tells a successor of the same name: SNV-2025 → SNV."""
    return code.removesuffix("-2025")


MINUTES_LOST = "Hồ sơ lưu không còn biên bản thẩm định"
DESK_LETTER = (
    "V/v cung cấp số liệu phục vụ họp Ban chỉ đạo ISO tỉnh",
    "Báo cáo số liệu tài liệu đã ban hành và điểm không phù hợp còn tồn tại",
)
