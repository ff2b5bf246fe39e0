import { screen, within } from "@testing-library/react";
import type { ReactNode } from "react";
import { expect, it, vi } from "vitest";
import { show } from "@/test/render";
import { Comparison } from "./Comparison";
import type { ReportDetail } from "./queries";

vi.mock("@tanstack/react-router", async (original) => ({
  ...(await original<object>()),
  Link: ({ children, ...rest }: { children: ReactNode; "aria-label"?: string }) => (
    <a href="/" aria-label={rest["aria-label"]}>
      {children}
    </a>
  ),
}));
// The client takes hold of fetch when it is loaded, so the wire must be there before.
const wire = vi.hoisted(() => {
  const to = { answer: (): Response => new Response() };
  globalThis.fetch = (async () => to.answer()) as typeof fetch;
  return to;
});

const report = { id: 7 } as ReportDetail;
const same = {
  report: 7,
  day: "2010-02-03",
  made_at: "2026-11-22T23:44:30Z",
  intact: true,
  same: true,
  differences: [],
  facts: [],
  more_facts: 0,
};
const answers = (body: object) => {
  wire.answer = () => Response.json(body);
};

it("says that the figures are still those of the day", async () => {
  answers(same);
  await show(<Comparison report={report} />);
  expect(await screen.findByText(/ngày 03\/02\/2010 hôm nay vẫn đúng/)).toBeVisible();
  expect(screen.getByText(/còn nguyên dấu/)).toBeVisible();
  expect(screen.queryByRole("table")).toBeNull();
});

it("names each figure that differs and the facts recorded later, with the way to each", async () => {
  answers({
    ...same,
    same: false,
    differences: [
      { figure: "findings/open", label: "Điểm chưa khắc phục", printed: 6, now: 4 },
      { figure: "documents/total", label: "Tài liệu", printed: null, now: 1235 },
    ],
    facts: [
      {
        object: "finding:12",
        kind: "finding",
        label: "Điểm phát hiện",
        operation: "update",
        verb: "finding.verify",
        agency: { code: "SNV", name: "Sở Nội vụ" },
        counts_on: "2010-01-20",
        at: "2026-11-23T02:00:00Z",
        by: "chuyenvien",
        reason: "Tìm thấy biên bản",
      },
    ],
    more_facts: 3,
  });
  await show(<Comparison report={report} />);
  expect(await screen.findByText(/hôm nay khác ở 2 chỗ/)).toBeVisible();
  const row = screen.getByRole("row", { name: /Điểm chưa khắc phục/ });
  expect(
    within(row)
      .getAllByRole("cell")
      .map((cell) => cell.textContent),
  ).toEqual(["6", "4"]);
  expect(screen.getByRole("row", { name: /Tài liệu/ })).toHaveTextContent("–1.235");
  expect(screen.getByText(/vì các việc ghi sau \(4\)/)).toBeVisible();
  expect(screen.getByText(/tính từ 20\/01\/2010/)).toBeVisible();
  expect(
    screen.getByText(/chuyenvien ghi lúc 23\/11\/2026 09:00 · Tìm thấy biên bản/),
  ).toBeVisible();
  expect(
    screen.getByRole("link", { name: /Đến bản ghi: Điểm phát hiện, Sở Nội vụ/ }),
  ).toBeVisible();
  expect(screen.getByText("và 3 việc khác")).toBeVisible();
});

it("warns when the stored figures no longer have their fingerprint", async () => {
  answers({ ...same, intact: false });
  await show(<Comparison report={report} />);
  expect(await screen.findByText(/không còn khớp dấu/)).toBeVisible();
});
