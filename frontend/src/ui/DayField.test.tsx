import { screen } from "@testing-library/react";
import userEvent from "@testing-library/user-event";
import { useState } from "react";
import { expect, it, vi } from "vitest";
import type { DayValue } from "@/i18n/days";
import { show } from "@/test/render";
import { DayField } from "./DayField";

function Field({
  onValue,
  partial,
}: {
  onValue: (value: DayValue | null) => void;
  partial?: boolean;
}) {
  const [value, setValue] = useState<DayValue | null>(null);
  return (
    <DayField
      label="Ngày ký"
      partial={partial}
      value={value}
      onChange={(next) => {
        setValue(next);
        onValue(next);
      }}
    />
  );
}

it("takes a day as it is written and prints it with two digits", async () => {
  const onValue = vi.fn();
  await show(<Field onValue={onValue} />);
  const input = screen.getByRole("textbox", { name: "Ngày ký" });
  await userEvent.type(input, "3/2/2010");
  await userEvent.tab();
  expect(onValue).toHaveBeenLastCalledWith({ date: "2010-02-03", precision: "day" });
  expect(input).toHaveValue("03/02/2010");
});

it("takes a month where only the month is known, and refuses it elsewhere", async () => {
  const partial = vi.fn();
  const { unmount } = await show(<Field partial onValue={partial} />);
  await userEvent.type(screen.getByRole("textbox"), "tháng 9/2009");
  expect(partial).toHaveBeenLastCalledWith({ date: "2009-09-01", precision: "month" });
  unmount();

  const exact = vi.fn();
  await show(<Field onValue={exact} />);
  await userEvent.type(screen.getByRole("textbox"), "9/2009");
  expect(exact).toHaveBeenLastCalledWith(null);
  expect(screen.getByText(/Chưa hiểu ngày này/)).toBeInTheDocument();
});
