import { screen } from "@testing-library/react";
import userEvent from "@testing-library/user-event";
import { expect, it, vi } from "vitest";
import { show } from "@/test/render";
import { type Issued, Token } from "./Token";
import { lastDay } from "./words";

const issued = { name: "Cổng CCHC", token: "pirt_chi-mot-lan" } as Issued;

it("shows the token with a warning, copies it and closes when it is kept", async () => {
  const user = userEvent.setup();
  const onKept = vi.fn();
  await show(<Token issued={issued} onKept={onKept} />);
  expect(screen.getByText("pirt_chi-mot-lan")).toBeVisible();
  expect(screen.getByText(/chỉ hiện lần này/)).toBeVisible();
  await user.click(screen.getByRole("button", { name: "Chép mã" }));
  expect(await navigator.clipboard.readText()).toBe("pirt_chi-mot-lan");
  expect(screen.getByRole("button", { name: "Đã chép" })).toBeVisible();
  await user.click(screen.getByRole("button", { name: "Đã cất mã" }));
  expect(onKept).toHaveBeenCalledOnce();
});

it("says what to do when a repeated request is answered without the token", async () => {
  await show(<Token issued={{ ...issued, token: undefined }} onKept={() => undefined} />);
  expect(screen.getByRole("alert")).toHaveTextContent("Thu hồi và cấp mã mới");
  expect(screen.queryByRole("button", { name: "Chép mã" })).toBeNull();
});

it("tells the last day on which the token opens anything, in the province's time", () => {
  expect(lastDay("2027-07-01T00:00:00+07:00")).toBe("30/06/2027");
  expect(lastDay("2027-06-30T17:00:00Z")).toBe("30/06/2027");
});
