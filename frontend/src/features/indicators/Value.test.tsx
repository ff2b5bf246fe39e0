import { screen } from "@testing-library/react";
import type { ReactNode } from "react";
import { expect, it, vi } from "vitest";
import { show } from "@/test/render";
import { Value } from "./Value";

vi.mock("@tanstack/react-router", async (original) => ({
  ...(await original<object>()),
  Link: (props: { children: ReactNode; to: string; search: object; "aria-label": string }) => (
    <a href={props.to} aria-label={props["aria-label"]} data-search={JSON.stringify(props.search)}>
      {props.children}
    </a>
  ),
}));

const measured = {
  numerator: 12,
  confirmed: 5,
  denominator: 33,
  value: 36.4,
  lists: {
    numerator: "/api/v1/findings?corrected=in_time&due_from=2026-01-01&as_of=2026-06-30",
    confirmed: "/api/v1/findings?corrected=confirmed&due_from=2026-01-01&as_of=2026-06-30",
    denominator: "/api/v1/findings?corrected=due&due_from=2026-01-01&as_of=2026-06-30",
  },
};
const searchOf = (name: string) => {
  const link = screen.getByRole("link", { name });
  return [link.getAttribute("href"), JSON.parse(link.dataset.search ?? "{}")];
};

it("writes numerator, denominator and share, each number with the list behind it", async () => {
  const { container } = await show(<Value measured={measured} name="Đúng hạn" dated={false} />);
  expect(container).toHaveTextContent("12/33 · 36,4 %");
  const told = { due_from: ["2026-01-01"] };
  expect(searchOf("Đúng hạn: tử số 12")).toEqual([
    "/findings",
    { ...told, corrected: ["in_time"] },
  ]);
  expect(searchOf("Đúng hạn: mẫu số 33")).toEqual(["/findings", { ...told, corrected: ["due"] }]);
});

it("leads to the list on the day of the period, not on the day of the page", async () => {
  await show(<Value measured={measured} name="Đúng hạn" dated />);
  expect(searchOf("Đúng hạn: tử số 12")[1]).toMatchObject({ as_of: "2026-06-30" });
});

it("claims no share of nothing", async () => {
  const none = { ...measured, numerator: 0, confirmed: 0, denominator: 0, value: null };
  const { container } = await show(<Value measured={none} name="Đúng hạn" dated={false} />);
  expect(container).toHaveTextContent("chưa có gì để tính");
  expect(container).not.toHaveTextContent("%");
});
