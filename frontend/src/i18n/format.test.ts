import { describe, expect, it } from "vitest";
import { en } from "./en";
import { formatChange, formatDay, formatMoment, formatNumber, formatShare } from "./format";
import { vi } from "./vi";

describe("what the screens print", () => {
  it("prints days with two digits, or only what is known of them", () => {
    expect(formatDay("2010-02-03")).toBe("03/02/2010");
    expect(formatDay("2009-09-01", "month")).toBe("09/2009");
    expect(formatDay("2009-01-01", "year")).toBe("2009");
    expect(formatDay(null)).toBe("–");
  });

  it("prints numbers with a point for thousands and a comma for tenths", () => {
    expect(formatNumber(1234.5)).toBe("1.234,5");
    expect(formatNumber(4080)).toBe("4.080");
    expect(formatNumber(0)).toBe("0");
    expect(formatNumber(null)).toBe("–");
  });

  it("prints shares with a space before the sign, and no share of nothing", () => {
    expect(formatShare(985, 1000)).toBe("98,5\u00a0%");
    expect(formatShare(5, 7)).toBe("71,4\u00a0%");
    expect(formatShare(0, 0)).toBe("–");
  });

  it("prints changes with their sign", () => {
    expect(formatChange(3)).toBe("+3");
    expect(formatChange(-2)).toBe("−2");
    expect(formatChange(0)).toBe("0");
  });

  it("prints moments in the province's time", () => {
    expect(formatMoment("2010-02-03T18:31:00Z")).toBe("04/02/2010 01:31");
  });
});

describe("the two languages", () => {
  it("have the same keys", () => {
    expect(Object.keys(en).sort()).toEqual(Object.keys(vi).sort());
  });

  it("have the same blanks in every sentence", () => {
    const blanks = (text: string) => [...new Set(text.match(/\{\w+\}/g) ?? [])].sort();
    for (const [key, text] of Object.entries(vi)) {
      expect(blanks(en[key as keyof typeof en]), key).toEqual(blanks(text));
    }
  });

  it("are written in composed letters", () => {
    for (const text of Object.values(vi)) expect(text).toBe(text.normalize("NFC"));
  });
});
