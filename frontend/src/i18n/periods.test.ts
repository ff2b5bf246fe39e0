import { beforeAll, expect, it } from "vitest";
import { setLanguage, startI18n } from "@/i18n";
import { halfOf, periodName, recentPeriods, spanOf } from "./periods";

beforeAll(() => startI18n("vi"));

it("ends a year, a half and a quarter on their last days", () => {
  expect(spanOf("2024")).toEqual({ from: "2024-01-01", to: "2024-12-31" });
  expect(spanOf("2026-H1")).toEqual({ from: "2026-01-01", to: "2026-06-30" });
  expect(spanOf("2026-H2")).toEqual({ from: "2026-07-01", to: "2026-12-31" });
  expect(spanOf("2024-Q1")).toEqual({ from: "2024-01-01", to: "2024-03-31" });
});

it("offers no period that has not begun, the running half-year first", () => {
  const offered = recentPeriods("2026-03-05", 2, true).map(({ value }) => value);
  expect(offered.slice(0, 3)).toEqual(["2026-H1", "2026", "2026-Q1"]);
  expect(offered).not.toContain("2026-Q2");
  expect(halfOf("2026-06-30")).toBe("2026-H1");
  expect(halfOf("2026-07-01")).toBe("2026-H2");
});

it("prints the period in Vietnamese also while the screens speak English", async () => {
  await setLanguage("en");
  expect(periodName("2026-H1")).toBe("first half of 2026");
  expect(periodName("2026-H1", "vi")).toBe("6 tháng đầu năm 2026");
  await setLanguage("vi");
  expect(periodName("2026")).toBe("năm 2026");
});
