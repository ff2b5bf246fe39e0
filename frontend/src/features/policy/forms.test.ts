import { expect, it } from "vitest";
import { blank, bodyOf, changesOf, filled } from "@/ui/forms/values";
import { valueForm, valueRecord } from "./forms";

const months = { code: "certificate.validity", unit: "months", words: "Giá trị (tháng)" };
const onOff = { code: "four_eyes.confirm", unit: "0/1", words: "Giá trị" };

it("says the number from the line it was opened on, and asks which one where there is none", () => {
  expect(valueForm(months).fixed).toEqual({ code: "certificate.validity" });
  expect(valueForm(months).fields.map(({ name }) => name)).not.toContain("code");
  expect(valueForm().fields[0]?.name).toBe("code");
});

it("sends a new value with its day and leaves it unconfirmed unless somebody says so", () => {
  const { fields } = valueForm(months);
  const values = {
    ...blank(fields),
    value: 24,
    valid_from: { date: "2027-01-01", precision: "day" },
    legal_basis: " TT 1/2026 ",
  };
  expect(bodyOf(fields, values)).toEqual({
    value: 24,
    valid_from: "2027-01-01",
    legal_basis: "TT 1/2026",
    confirmed: false,
  });
});

it("opens a correction on a switch that is off, and sends only what was changed", () => {
  const fields = valueRecord(onOff).acts?.[1]?.fields ?? [];
  const before = filled(fields, { value: 0, valid_from: null, legal_basis: "x", confirmed: false });
  expect(before.value).toBe("0");
  expect(changesOf(fields, { ...before, confirmed: "true" }, before)).toEqual({ confirmed: true });
  expect(changesOf(fields, { ...before, value: "1" }, before)).toEqual({ value: "1" });
});
