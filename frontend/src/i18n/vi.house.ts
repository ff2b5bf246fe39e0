/** Signing in with a second factor, and the state of the installation. */
export const viHouse = {
  "totp.title": "Mã xác thực",
  "totp.ask": "Mã xác thực",
  "totp.askHint": "6 chữ số trên ứng dụng xác thực, hoặc một mã dự phòng",
  "totp.owed": "Vai trò của bạn phải đăng nhập bằng mật khẩu và mã xác thực. Thiết lập một lần:",
  "totp.optional":
    "Với mã xác thực, chỉ mật khẩu thôi thì không đăng nhập được. Thiết lập một lần:",
  "totp.step1": "Mở ứng dụng xác thực trên điện thoại và quét hình này.",
  "totp.step2": "Nhập 6 chữ số mà ứng dụng hiển thị.",
  "totp.picture": "Hình QR của mã bí mật",
  "totp.typed": "Không quét được? Nhập mã bí mật này vào ứng dụng:",
  "totp.confirm": "Xác nhận",
  "totp.done":
    "Đã thiết lập. Mười mã dự phòng dưới đây chỉ hiện một lần; mỗi mã dùng được một lần khi không có điện thoại. In ra và cất giữ.",
  "totp.since": "Đã thiết lập từ {day}. Mất điện thoại: nhờ người quản lý tài khoản đặt lại.",
  "totp.onward": "Vào hệ thống",
  "account.totpIntro": "Dùng khi người này mất điện thoại. Sau đó họ thiết lập lại mã xác thực.",
  "restored.banner":
    "Hệ thống vừa được khôi phục từ bản sao lưu: số liệu có đến {moment}. Việc đã ghi sau đó phải ghi lại.",
  "operations.title": "Tình trạng hệ thống",
  "operations.backup": "Sao lưu",
  "operations.verified": "Bản đã kiểm tra gần nhất",
  "operations.taken": "Lấy lúc",
  "operations.age": "Kiểm tra cách đây",
  "operations.hours": "{n} giờ",
  "operations.none": "Chưa có bản sao lưu nào được kiểm tra.",
  "operations.old": "Quá 36 giờ: xem nhật ký sao lưu.",
  "operations.second": "Nơi thứ hai",
  "operations.secondYes": "Có bản chép",
  "operations.secondNo": "Không có bản chép",
  "operations.checks": "Điều kiện hoạt động",
  "operations.ok": "Tốt",
  "operations.check.database": "Cơ sở dữ liệu",
  "operations.check.migrations": "Phiên bản cơ sở dữ liệu",
  "operations.check.storage": "Nơi lưu tài liệu kiểm chứng",
  "operations.check.production": "Điều kiện vận hành chính thức",
  "operations.restorations": "Những lần khôi phục",
  "operations.restored": "Khôi phục lúc {at}, số liệu có đến {until}",
  "operations.never": "Chưa lần nào.",
  "policy.title": "Thông số và phạm vi",
} as const;

export type HouseKey = keyof typeof viHouse;
