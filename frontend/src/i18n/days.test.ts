import { describe, expect, it } from "vitest";
import { addDays, addMonths, daysBetween, isDay, lastQuarterEnd, parseDayText } from "./days";

describe("a day as officers write it", () => {
  it.each([
    ["3/2/2010", "2010-02-03", "day"],
    ["03/02/2010", "2010-02-03", "day"],
    [" 3.2.2010 ", "2010-02-03", "day"],
    ["2010-02-03", "2010-02-03", "day"],
    ["ngày 03 tháng 02 năm 2010", "2010-02-03", "day"],
    ["tháng 9/2009", "2009-09-01", "month"],
    ["9/2009", "2009-09-01", "month"],
    ["2009-09", "2009-09-01", "month"],
    ["năm 2009", "2009-01-01", "year"],
    ["2009", "2009-01-01", "year"],
  ])("%s is read as %s to the %s", (text, date, precision) => {
    expect(parseDayText(text)).toEqual({ date, precision });
  });

  it("reads text typed with separate accents", () => {
    expect(parseDayText("tháng 9/2009".normalize("NFD"))?.date).toBe("2009-09-01");
  });

  it.each([
    "31/2/2010",
    "29/2/2010",
    "0/1/2010",
    "3/13/2010",
    "3/2/10",
    "hôm qua",
    "",
    "13/2009",
    "12345",
  ])("%s is no day", (text) => expect(parseDayText(text)).toBeNull());

  it("knows leap days", () => {
    expect(parseDayText("29/2/2012")?.date).toBe("2012-02-29");
    expect(isDay("2010-02-29")).toBe(false);
  });
});

describe("counting days", () => {
  it("gives the article's lead times", () => {
    expect(daysBetween("2007-07-06", "2008-06-20")).toBe(350);
    expect(daysBetween("2008-06-20", "2009-12-31")).toBe(559);
  });

  it("steps over months, years and their ends", () => {
    expect(addDays("2010-02-28", 1)).toBe("2010-03-01");
    expect(addDays("2010-01-01", -1)).toBe("2009-12-31");
    expect(addMonths("2010-01-31", 1)).toBe("2010-02-28");
    expect(addMonths("2010-01-31", -12)).toBe("2009-01-31");
    expect(addMonths("2010-03-31", -1)).toBe("2010-02-28");
  });

  it("finds the end of the quarter before", () => {
    expect(lastQuarterEnd("2026-11-22")).toBe("2026-09-30");
    expect(lastQuarterEnd("2026-02-01")).toBe("2025-12-31");
    expect(lastQuarterEnd("2026-09-30")).toBe("2026-06-30");
  });
});
