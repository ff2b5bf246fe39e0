import { screen } from "@testing-library/react";
import userEvent from "@testing-library/user-event";
import { expect, it, vi } from "vitest";
import { show } from "@/test/render";
import { ActButton } from "./ActButton";

const blocked = {
  act: "certificate.issue",
  allowed: false,
  blockers: [
    { code: "a", message: "Còn 2 điểm loại 1 chưa được xác nhận." },
    { code: "b", message: "Chưa gửi hồ sơ đề nghị." },
  ],
};

it("does an act that the server allows", async () => {
  const onClick = vi.fn();
  await show(
    <ActButton act={{ act: "plan.submit", allowed: true, blockers: [] }} onClick={onClick}>
      Trình
    </ActButton>,
  );
  await userEvent.click(screen.getByRole("button", { name: "Trình" }));
  expect(onClick).toHaveBeenCalledOnce();
});

it("tells every reason of a blocked act, stays reachable by keyboard and does nothing", async () => {
  const onClick = vi.fn();
  await show(
    <ActButton act={blocked} onClick={onClick}>
      Cấp giấy chứng nhận
    </ActButton>,
  );
  await userEvent.tab();
  const button = screen.getByRole("button", { name: /Cấp giấy chứng nhận/ });
  expect(button).toHaveFocus();
  expect(button).toHaveAttribute("aria-disabled", "true");
  expect(button).toHaveAccessibleDescription(/Còn 2 điểm loại 1.*Chưa gửi hồ sơ đề nghị/);
  expect(screen.getAllByText("Chưa gửi hồ sơ đề nghị.").length).toBeGreaterThan(0);
  await userEvent.keyboard("{Enter}");
  await userEvent.click(button);
  expect(onClick).not.toHaveBeenCalled();
});

it("shows nothing for an act that the server does not name", async () => {
  await show(
    <ActButton act={undefined} onClick={() => undefined}>
      Thu hồi
    </ActButton>,
  );
  expect(screen.queryByRole("button")).toBeNull();
});
