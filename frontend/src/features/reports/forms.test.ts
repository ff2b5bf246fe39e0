import { beforeAll, expect, it } from "vitest";
import { startI18n } from "@/i18n";
import type { Target } from "@/ui/forms/spec";
import { changesOf, filled } from "@/ui/forms/values";
import { cellOf } from "./cells";
import { textsForm, withPeriod } from "./forms";

beforeAll(() => startI18n("vi"));

it("takes the figures of a period that is over on its last day, of a running one today", () => {
  const today = "2026-11-23";
  expect(withPeriod({ kind: "province", period: "2026-H1" }, today)).toEqual({
    kind: "province",
    day: "2026-06-30",
    period: { from: "2026-01-01", to: "2026-06-30", label: "6 tháng đầu năm 2026" },
  });
  expect(withPeriod({ period: "2026" }, today).day).toBe(today);
  expect(withPeriod({ period: "2026", day: "2026-10-31" }, today).day).toBe("2026-10-31");
});

it("sends the texts that were changed, by their codes, an emptied one as empty", () => {
  const parts = [
    { code: "direction", label: "I. Công tác chỉ đạo", text: "Đã ban hành kế hoạch." },
    { code: "causes", label: "III.3. Nguyên nhân", text: "" },
    { code: "proposals", label: "V. Đề xuất", text: "Bố trí kinh phí." },
  ];
  const form = textsForm({ parts });
  const before = filled(form.fields, { id: 1, row_version: 2, parts } as Target);
  const now = structuredClone(before) as { parts: Record<string, { text: string }> };
  now.parts["1"] = { text: "Thiếu cán bộ chuyên trách." };
  now.parts["2"] = { text: "" };
  expect(form.shape?.(changesOf(form.fields, now, before))).toEqual({
    parts: { causes: "Thiếu cán bộ chuyên trách.", proposals: "" },
  });
  expect(form.fields.map((field) => field.text)).toEqual(parts.map(({ label }) => label));
});

it("writes the values of an annex as offices do", () => {
  expect(cellOf("share", 0.2727)).toBe("27,3\u00a0%");
  expect(cellOf("change", -3)).toBe("−3");
  expect(cellOf("count", 1234)).toBe("1.234");
  expect(cellOf("day", "2010-02-03")).toBe("03/02/2010");
  expect(cellOf("text", null)).toBe("–");
});
