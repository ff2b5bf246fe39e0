import { screen } from "@testing-library/react";
import userEvent from "@testing-library/user-event";
import { expect, it, vi } from "vitest";
import { Problem } from "@/api/problem";
import { show } from "@/test/render";
import { ProblemNotice } from "./ProblemNotice";

const refused = new Problem({
  title: "Chưa đủ điều kiện",
  status: 409,
  request_id: "r-42",
  blockers: [
    {
      code: "certificate.major_open",
      message: "Còn 2 điểm không phù hợp loại 1 chưa được xác nhận",
    },
    { code: "certificate.no_audit", message: "Chưa có đánh giá của tổ chức chứng nhận" },
    { code: "certificate.no_message", message: "" },
  ],
});

it("shows every reason, also one without a sentence, and the request id", async () => {
  await show(<ProblemNotice problem={refused} />);
  const notice = screen.getByRole("alert");
  for (const each of refused.blockers) expect(notice).toHaveTextContent(each.message || each.code);
  expect(notice).toHaveTextContent("Mã yêu cầu: r-42");
});

it("shows every field that is wrong", async () => {
  const errors = [
    { pointer: "/number", code: "number.form", message: "Ghi số văn bản là 1985/QĐ-UBND" },
    { pointer: "/signed_on", code: "day.future", message: "Ngày ký ở tương lai" },
  ];
  await show(<ProblemNotice problem={new Problem({ title: "Sai", status: 400, errors })} />);
  for (const each of errors) expect(screen.getByRole("alert")).toHaveTextContent(each.message);
});

it("says in words that the network is away, and tries again", async () => {
  const onRetry = vi.fn();
  await show(<ProblemNotice problem={new TypeError("Failed to fetch")} onRetry={onRetry} />);
  expect(screen.getByRole("alert")).toHaveTextContent("Không kết nối được máy chủ");
  await userEvent.click(screen.getByRole("button", { name: "Thử lại" }));
  expect(onRetry).toHaveBeenCalledOnce();
});
