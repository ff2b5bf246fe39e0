/** Headings under which offices' own tables have the columns; marks and case do not count. */
export const alsoCalled: Record<string, readonly string[]> = {
  grade: ["loại", "mức độ", "phân loại", "loại phát hiện", "loại điểm không phù hợp"],
  count: ["sl", "số điểm"],
  code: ["số hiệu", "ký hiệu", "mã số", "số phiếu", "mã hiệu", "mã tài liệu", "mã tthc"],
  clause: ["điều", "điều khoản tiêu chuẩn", "điều khoản iso", "yêu cầu"],
  unit: ["bộ phận", "phòng", "phòng ban", "đơn vị được đánh giá", "đơn vị chịu trách nhiệm"],
  description: [
    "nội dung phát hiện",
    "nội dung điểm không phù hợp",
    "mô tả",
    "mô tả điểm không phù hợp",
    "phát hiện",
    "điểm không phù hợp",
  ],
  due_on: ["thời hạn", "hạn khắc phục", "thời hạn khắc phục", "hạn hoàn thành"],
  title: ["tên tài liệu", "tên gọi", "tên quy trình"],
  kind: ["loại tài liệu"],
  name: ["tên thủ tục", "tên thủ tục hành chính", "tên tthc"],
  level: ["cấp", "cấp giải quyết"],
  time_limit_days: ["thời hạn", "thời hạn giải quyết"],
  decision_no: ["quyết định", "số quyết định"],
  published_on: ["ngày quyết định", "ngày ban hành"],
  what: ["nội dung công việc"],
};

/** Headings of columns that only number the lines. */
export const numbering: readonly string[] = ["stt", "tt", "so tt", "#", "no"];
