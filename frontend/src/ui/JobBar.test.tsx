import { screen } from "@testing-library/react";
import { expect, it, vi } from "vitest";
import { show } from "@/test/render";
import { JobBar } from "./JobBar";

// The client takes hold of fetch when it is loaded, so the wire must be there before.
const wire = vi.hoisted(() => {
  const to = { answer: (): Response => new Response() };
  globalThis.fetch = (async () => to.answer()) as typeof fetch;
  return to;
});
const job = { id: "7", kind: "documents", done: 40, total: 100, at: "2026-11-23T03:00:00Z" };
const bar = (
  <JobBar
    job="7"
    waiting="Đang nạp…"
    progress={(a, b) => `${a}/${b}`}
    interrupted="Máy chủ dừng giữa chừng."
  />
);

it("tells how far a work is while somebody works on it", async () => {
  wire.answer = () => Response.json({ ...job, state: "running", failure: "" });
  await show(bar);
  expect(await screen.findByText("40/100")).toBeVisible();
});

it("says that whoever worked on it is gone, and shows no progress any more", async () => {
  wire.answer = () => Response.json({ ...job, state: "failed", failure: "interrupted" });
  await show(bar);
  expect(await screen.findByRole("alert")).toHaveTextContent("Máy chủ dừng giữa chừng.");
  expect(screen.queryByRole("progressbar")).toBeNull();
});
