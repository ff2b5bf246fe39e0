"""The parts of the province's report that people write. Source: domain reference 7.2."""

# Code → heading; the order is that of the report.
PARTS = {
    "direction": "I. Công tác chỉ đạo, điều hành",
    "building": "II.1. Xây dựng, công bố, chứng nhận",
    "upkeep": "II.2. Duy trì, cải tiến",
    "training": "II.3. Đào tạo, tập huấn",
    "inspection": "II.4. Kiểm tra",
    "external_audit": "II.5. Đánh giá ngoài, khắc phục",
    "electronic": "II.6. ISO điện tử",
    "strengths": "III.1. Ưu điểm",
    "shortcomings": "III.2. Tồn tại, hạn chế",
    "causes": "III.3. Nguyên nhân",
    "tasks_ahead": "IV. Phương hướng, nhiệm vụ",
    "proposals": "V. Đề xuất, kiến nghị",
}
