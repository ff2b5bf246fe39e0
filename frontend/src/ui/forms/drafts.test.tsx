import { screen, waitFor } from "@testing-library/react";
import userEvent from "@testing-library/user-event";
import { afterEach, expect, it, vi } from "vitest";
import { show } from "@/test/render";
import { DraftOffer } from "./DraftOffer";
import { draftKey, dropAllDrafts, keepDraft, readDraft } from "./drafts";

const spec = { act: "plan.record", collection: "plans", method: "add" } as const;
const key = (who: string, rollout: number) => draftKey(who, spec, { rollout }, undefined);

afterEach(() => {
  vi.useRealTimers();
  localStorage.clear();
});

it("keeps drafts apart by person, form and record", () => {
  keepDraft(key("an", 1), { title: "Kế hoạch" }, undefined);
  expect(readDraft(key("an", 1))?.values).toEqual({ title: "Kế hoạch" });
  expect(readDraft(key("an", 2))).toBeNull();
  expect(readDraft(key("binh", 1))).toBeNull();
  expect(readDraft(draftKey("an", { ...spec, method: "correct" }, { rollout: 1 }, undefined))).toBe(
    null,
  );
});

it("forgets every draft on signing out and nothing else", () => {
  localStorage.setItem("iso.language", "en");
  keepDraft(key("an", 1), { title: "Kế hoạch" }, undefined);
  dropAllDrafts();
  expect(readDraft(key("an", 1))).toBeNull();
  expect(localStorage.getItem("iso.language")).toBe("en");
});

it("throws away a draft that nobody came back to for a month", () => {
  vi.useFakeTimers({ now: new Date("2026-01-01T08:00:00Z") });
  keepDraft(key("an", 1), { title: "Kế hoạch" }, undefined);
  vi.setSystemTime(new Date("2026-02-05T08:00:00Z"));
  expect(readDraft(key("an", 1))).toBeNull();
});

it("says when it was written, in the province's time, and that the record changed since", async () => {
  const onTake = vi.fn();
  const draft = { at: "2010-02-03T07:32:00Z", values: {} };
  await show(<DraftOffer draft={draft} older onTake={onTake} onDrop={() => undefined} />);
  expect(screen.getByRole("status")).toHaveTextContent(
    "Có bản nháp chưa lưu lúc 14:32 ngày 03/02/2010. Bản ghi đã đổi từ đó",
  );
  await userEvent.click(screen.getByRole("button", { name: "Khôi phục" }));
  await waitFor(() => expect(onTake).toHaveBeenCalledOnce());
});
