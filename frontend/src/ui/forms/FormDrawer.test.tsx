import {
  createMemoryHistory,
  createRootRoute,
  createRouter,
  RouterProvider,
} from "@tanstack/react-router";
import { screen, waitFor } from "@testing-library/react";
import userEvent from "@testing-library/user-event";
import { beforeEach, expect, it, vi } from "vitest";
import { show } from "@/test/render";
import { FormDrawer } from "./FormDrawer";
import type { FormSpec, Target } from "./spec";

// The client takes hold of fetch when it is loaded, so the wire must be there before.
const wire = vi.hoisted(() => {
  const to = { answer: (_: Request): Promise<Response> => Promise.reject(new Error("no server")) };
  globalThis.fetch = ((request: Request) => to.answer(request)) as typeof fetch;
  return to;
});

const decision: FormSpec = {
  act: "decision.record",
  collection: "decisions",
  method: "add",
  parent: "rollout",
  label: "decision.title",
  fields: [
    { name: "number", type: "text", required: true },
    { name: "signed_on", type: "day" },
  ],
};
const correction: FormSpec = {
  act: "fact.correct",
  collection: "plans",
  method: "correct",
  label: "plan.one",
  fields: [
    { name: "title", type: "text" },
    { name: "scope", type: "text" },
  ],
};

// Mantine's drawer is slow in jsdom when other work runs beside it.
vi.setConfig({ testTimeout: 20_000 });

beforeEach(() => localStorage.clear());

/** At once, as if pasted over what was there. */
async function write(input: HTMLElement, text: string) {
  await userEvent.clear(input);
  await userEvent.paste(text);
}

type Sent = { method: string; path: string; headers: Headers; told: unknown };

/** Answers writes one after the other with these, and keeps what was sent. */
function server(...answers: [number, object][]): Sent[] {
  const sent: Sent[] = [];
  wire.answer = async (request) => {
    const path = new URL(request.url).pathname;
    if (request.method === "GET") return Response.json({ results: [], count: 0 });
    sent.push({
      method: request.method,
      path,
      headers: request.headers,
      told: await request.json(),
    });
    const [status, body] = answers[sent.length - 1] ?? [500, {}];
    return Response.json(body, { status });
  };
  return sent;
}

async function open(spec: FormSpec, target?: Target) {
  const onDone = vi.fn();
  const root = createRootRoute({
    component: () => (
      <FormDrawer
        spec={spec}
        parents={{ rollout: 7 }}
        target={target}
        onClose={() => undefined}
        onDone={onDone}
      />
    ),
  });
  const router = createRouter({
    routeTree: root,
    history: createMemoryHistory({ initialEntries: ["/"] }),
  });
  const { unmount } = await show(<RouterProvider router={router as never} />);
  await screen.findByRole("button", { name: "Ghi nhận" });
  return {
    onDone,
    unmount,
    save: () => userEvent.click(screen.getByRole("button", { name: "Ghi nhận" })),
  };
}

it("puts the server's error at its field and into a summary that takes the focus, then saves once", async () => {
  const wrong = {
    title: "Dữ liệu gửi lên chưa đúng",
    status: 400,
    errors: [{ pointer: "/number", code: "number.spaces", message: "Viết là 1985/QĐ-UBND" }],
  };
  const sent = server([400, wrong], [201, { id: 1 }]);
  const { onDone, save } = await open(decision);
  const number = screen.getByRole("textbox", { name: /Số, ký hiệu/ });
  await write(number, "1985/ QĐ-UBND");
  await save();
  const summary = await screen.findByRole("alert");
  expect(summary).toHaveFocus();
  expect(summary).toHaveTextContent("Số, ký hiệu: Viết là 1985/QĐ-UBND");
  expect(number).toHaveAttribute("aria-invalid", "true");

  await write(number, "1985/QĐ-UBND");
  await save();
  await waitFor(() => expect(onDone).toHaveBeenCalledOnce());
  expect(sent.map((each) => each.told)).toEqual([
    { rollout: 7, number: "1985/ QĐ-UBND" },
    { rollout: 7, number: "1985/QĐ-UBND" },
  ]);
  const keys = sent.map((each) => each.headers.get("Idempotency-Key"));
  expect(keys[0]).toBeTruthy();
  expect(keys[1]).toBe(keys[0]);
});

it("tells every reason of a refusal", async () => {
  server([
    409,
    {
      title: "Chưa đủ điều kiện",
      status: 409,
      blockers: [
        { code: "a", message: "Chưa có đánh giá" },
        { code: "b", message: "Còn 2 điểm loại 1" },
      ],
    },
  ]);
  const { save, onDone } = await open(decision);
  await save();
  const summary = await screen.findByRole("alert");
  expect(summary).toHaveTextContent("Chưa có đánh giá");
  expect(summary).toHaveTextContent("Còn 2 điểm loại 1");
  expect(onDone).not.toHaveBeenCalled();
});

it("does not leave out a day that it cannot read", async () => {
  const sent = server();
  const { save } = await open(decision);
  const day = screen.getByRole("textbox", { name: "Ngày ký" });
  await write(day, "31/2/2010");
  await save();
  expect(sent).toHaveLength(0);
  expect(day).toHaveFocus();
});

it("shows both versions after somebody else's change, and saves mine over the new one", async () => {
  const mine = { id: 3, row_version: 4, title: "Cũ", scope: "Sở" };
  const stale = {
    title: "Người khác đã sửa",
    status: 412,
    current: { ...mine, row_version: 5, title: "Của người khác" },
  };
  const sent = server([412, stale], [200, { id: 3 }]);
  const { onDone, save } = await open(correction, mine);
  const title = screen.getByRole("textbox", { name: "Tên" });
  await write(title, "Của tôi");
  await save();
  const row = await screen.findByRole("row", { name: /Tên/ });
  expect(row).toHaveTextContent("Cũ");
  expect(row).toHaveTextContent("Của người khác");
  expect(row).toHaveTextContent("Của tôi");
  await userEvent.click(screen.getByRole("button", { name: "Ghi bản của tôi" }));
  await waitFor(() => expect(onDone).toHaveBeenCalledOnce());
  expect(sent.map((each) => [each.method, each.path, each.headers.get("If-Match")])).toEqual([
    ["PATCH", "/api/v1/plans/3", '"4"'],
    ["PATCH", "/api/v1/plans/3", '"5"'],
  ]);
  expect(sent[1]?.told).toEqual({ title: "Của tôi" });
});

it("takes the other person's version of one field and mine of another", async () => {
  const mine = { id: 3, row_version: 4, title: "Cũ", scope: "Sở" };
  const current = { ...mine, row_version: 5, title: "Tên của họ", scope: "Phạm vi của họ" };
  const sent = server(
    [412, { title: "Người khác đã sửa", status: 412, current }],
    [200, { id: 3 }],
  );
  const { onDone, save } = await open(correction, mine);
  await write(screen.getByRole("textbox", { name: "Tên" }), "Tên của tôi");
  await write(screen.getByRole("textbox", { name: "Phạm vi" }), "Phạm vi của tôi");
  await save();
  await userEvent.click(await screen.findByRole("radio", { name: "Tên của họ" }));
  await userEvent.click(screen.getByRole("button", { name: "Ghi theo lựa chọn" }));
  await waitFor(() => expect(onDone).toHaveBeenCalledOnce());
  expect(sent[1]?.headers.get("If-Match")).toBe('"5"');
  expect(sent[1]?.told).toEqual({ scope: "Phạm vi của tôi" });
  expect(screen.getByRole("textbox", { name: "Tên" })).toHaveValue("Tên của họ");
});

it("keeps what was written through a closed sheet, offers it again, and forgets it once saved", async () => {
  const first = await open(decision);
  await write(screen.getByRole("textbox", { name: /Số, ký hiệu/ }), "1985/QĐ-UBND");
  await waitFor(() => expect(localStorage.length).toBe(1));
  first.unmount();
  server([201, { id: 1 }]);
  const { onDone, save } = await open(decision);
  await userEvent.click(await screen.findByRole("button", { name: "Khôi phục" }));
  expect(screen.getByRole("textbox", { name: /Số, ký hiệu/ })).toHaveValue("1985/QĐ-UBND");
  await save();
  await waitFor(() => expect(onDone).toHaveBeenCalledOnce());
  expect(localStorage.length).toBe(0);
});

it("shows what is unusual and writes it once the person has looked, under a key of its own", async () => {
  const unusual = {
    title: "Có điểm khác thường",
    status: 409,
    code: "warnings.unconfirmed",
    warnings: [{ code: "plan.budget_missing", message: "Chưa ghi kinh phí" }],
  };
  const sent = server([409, unusual], [201, { id: 1 }]);
  const { onDone, save } = await open(decision);
  await save();
  const notice = await screen.findByRole("alert");
  expect(notice).toHaveFocus();
  expect(notice).toHaveTextContent("Chưa ghi kinh phí");
  expect(onDone).not.toHaveBeenCalled();
  await userEvent.click(screen.getByRole("button", { name: "Tôi đã xem, vẫn ghi" }));
  await waitFor(() => expect(onDone).toHaveBeenCalledOnce());
  expect(sent.map((each) => each.told)).toEqual([
    { rollout: 7 },
    { rollout: 7, confirmed_warnings: ["plan.budget_missing"] },
  ]);
  expect(sent.every((each) => each.headers.get("Prefer") === "handling=strict")).toBe(true);
  const keys = sent.map((each) => each.headers.get("Idempotency-Key"));
  expect(keys[1]).not.toBe(keys[0]);
});

it("puts an error back at the field that `shape` had moved", async () => {
  const answer: FormSpec = {
    ...decision,
    shape: ({ number }) => ({ answers: [{ opinion: 4, answer: number ?? "" }] }),
    at: (pointer) => pointer.replace("/answers/0/answer", "/number"),
  };
  server([
    400,
    {
      title: "Dữ liệu gửi lên chưa đúng",
      status: 400,
      errors: [{ pointer: "/answers/0/answer", code: "blank", message: "Không được để trống" }],
    },
  ]);
  const { save } = await open(answer);
  await save();
  const number = await screen.findByRole("textbox", { name: /Số, ký hiệu/ });
  await waitFor(() => expect(number).toHaveAttribute("aria-invalid", "true"));
  expect(screen.getByRole("alert")).toHaveTextContent("Số, ký hiệu: Không được để trống");
});

it("tells what is refused beside what is unusual, and asks nobody to write it all the same", async () => {
  const refused = {
    title: "Chưa đủ điều kiện",
    status: 409,
    code: "rule.broken",
    blockers: [{ code: "day.in_future", message: "Ngày chưa đến", pointer: "/signed_on" }],
    warnings: [{ code: "plan.budget_missing", message: "Chưa ghi kinh phí" }],
  };
  server([409, refused]);
  const { save } = await open(decision);
  await save();
  const summary = await screen.findByRole("alert");
  expect(summary).toHaveTextContent("Ngày chưa đến");
  expect(summary).toHaveFocus();
  expect(screen.getByText("Chưa ghi kinh phí")).toBeInTheDocument();
  expect(screen.queryByRole("button", { name: "Tôi đã xem, vẫn ghi" })).toBeNull();
});
