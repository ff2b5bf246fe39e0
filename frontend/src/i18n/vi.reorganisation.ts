/** The page of reorganisations; fetched with the page, not with the first view. */
export const viReorganisation = {
  "reorganisation.none":
    "Chưa có việc sắp xếp nào khớp bộ lọc tính đến ngày này. Chuyên viên UBND tỉnh ghi tại đây.",
  "reorganisation.search": "Tìm tên cơ quan, quyết định",
  "reorganisation.kind": "Hình thức",
  "reorganisation.predecessor": "Cơ quan bị sắp xếp",
  "reorganisation.successor": "Cơ quan kế thừa",
  "reorganisation.day": "Có hiệu lực từ",
  "reorganisation.dayHint":
    "Ngày đầu của cơ quan kế thừa; cơ quan thôi hoạt động còn đến hết ngày hôm trước.",
  "reorganisation.decision": "Quyết định",
  "reorganisation.certainty": "Độ tin cậy",
  "reorganisation.nobody": "không có",
  "reorganisation.record": "Ghi việc sắp xếp",
  "reorganisation.intro":
    "Ghi theo văn bản đã có hiệu lực. «Xem trước» cho biết những gì sẽ chuyển, ở lại, kết thúc; chưa ghi gì.",
  "reorganisation.predecessorHint":
    "Hợp nhất, sáp nhập: chọn mọi cơ quan thôi hoạt động. Cơ quan giữ lại tên cũ mà vẫn hoạt động thì không chọn.",
  "reorganisation.successorHint": "Cơ quan nhận nhiệm vụ. Giải thể thì để trống.",
  "reorganisation.decisionHint":
    "Số, ngày, nơi ban hành, ví dụ: 15/NQ-HĐND ngày 20/02/2025 của HĐND tỉnh",
  "reorganisation.addAgency": "Thêm cơ quan chưa có trong danh sách",
  "reorganisation.addIntro":
    "Cơ quan mới có trong mọi danh sách từ ngày thành lập. Mã không bao giờ đổi, không dùng lại.",
  "reorganisation.codeHint": "Chữ hoa không dấu, số, dấu chấm, gạch nối, ví dụ: SNV-2025",
  "reorganisation.from": "Hoạt động từ ngày",
  "reorganisation.to": "Hoạt động đến hết ngày",
  "reorganisation.toHint": "Chỉ với cơ quan của thời trước, nay đã kết thúc",
  "reorganisation.preview": "Xem trước",
  "reorganisation.previewTitle": "Sẽ xảy ra những gì",
  "reorganisation.notYet": "Chưa ghi gì. Đọc lại rồi ghi, hoặc quay lại sửa.",
  "reorganisation.change": "Sửa lại",
  "reorganisation.step": "{from} → {to}",
  "reorganisation.shares": "Ai nhận gì",
  "reorganisation.sharesHint":
    "Chọn cơ quan nhận từng đợt, từng việc. Để trống thì không chuyển cho ai.",
  "reorganisation.shareOf.rollouts": "Đợt: {label}",
  "reorganisation.shareOf.tasks": "Việc: {label}",
  "reorganisation.done": "Đã ghi việc sắp xếp.",
  "reorganisation.doneHint": "Lai lịch có ngay ở đầu trang của cơ quan:",
  "reorganisation.close": "Đóng",
  "effect.ends": "«{from}» hoạt động đến hết ngày {day}.",
  "effect.endsNobody": "Không cơ quan nào kết thúc thêm vì việc này.",
  "effect.rollouts": "{n} đợt xây dựng, áp dụng đang làm chuyển sang «{to}».",
  "effect.documents": "{n} tài liệu trong danh mục của các đợt ấy đi theo.",
  "effect.findings": "{n} điểm phát hiện chưa khắc phục xong do «{to}» làm tiếp.",
  "effect.tasks": "{n} việc được giao chưa trả lời giao lại cho «{to}».",
  "effect.moves": "{n} đơn vị trực thuộc chuyển theo: {names}.",
  "effect.accounts": "{n} tài khoản của «{from}» thôi đăng nhập được.",
  "effect.redeclare": "{n} công bố còn hiệu lực ở lại «{from}»; «{to}» phải công bố lại.",
  "effect.declarations": "{n} công bố còn hiệu lực ở lại «{from}».",
  "effect.certificates": "{n} giấy chứng nhận còn hiệu lực ở lại «{from}», chỉ để đọc.",
  "effect.history": "{n} đợt ở lại «{from}» làm lịch sử.",
  "effect.unanswered": "{n} việc được giao chưa trả lời ở lại «{from}».",
  "effect.none": "Không có đợt, tài liệu, điểm phát hiện hay việc được giao nào phải chuyển.",
  "effect.past": "Số liệu của các ngày trước {day} giữ nguyên.",
  "effect.warnings": "Cần biết trước khi ghi",
} as const;

export type ReorganisationKey = keyof typeof viReorganisation;
