import { afterEach, expect, it, vi } from "vitest";
import { startI18n } from "@/i18n";
import { api, body, freshKey, ifMatch, once } from "./client";
import { Problem } from "./problem";

function answering(status: number, json: unknown, headers: Record<string, string> = {}) {
  const calls: Request[] = [];
  vi.stubGlobal("fetch", async (request: Request) => {
    calls.push(request);
    return new Response(json === null ? null : JSON.stringify(json), { status, headers });
  });
  return calls;
}

afterEach(() => vi.unstubAllGlobals());

it("sends the language and, on writes, the CSRF token", async () => {
  await startI18n("vi");
  // biome-ignore lint/suspicious/noDocumentCookie: jsdom has no Cookie Store
  document.cookie = "csrftoken=abc123";
  const calls = answering(200, { user: null });
  await body(api.GET("/api/v1/session", { fetch: globalThis.fetch }));
  await body(
    api.POST("/api/v1/session", {
      body: { username: "a", password: "b" },
      fetch: globalThis.fetch,
    }),
  );
  expect(calls[0]?.headers.get("Accept-Language")).toBe("vi");
  expect(calls[0]?.headers.get("X-CSRFToken")).toBeNull();
  expect(calls[1]?.headers.get("X-CSRFToken")).toBe("abc123");
});

it("repeats a parameter for OR", async () => {
  const calls = answering(200, { count: 0, results: [] });
  await body(
    api.GET("/api/v1/progress/agencies", {
      params: { query: { stage: ["declared", "certified"] }, path: undefined },
      fetch: globalThis.fetch,
    }),
  );
  expect(calls[0]?.url).toMatch(/\?stage=declared&stage=certified$/);
});

it("throws every refusal as a Problem with all its reasons", async () => {
  const blockers = [
    { code: "a", message: "Một" },
    { code: "b", message: "Hai" },
  ];
  answering(409, {
    title: "Chưa đủ điều kiện",
    status: 409,
    code: "rule.broken",
    request_id: "r1",
    blockers,
  });
  const thrown = await body(api.GET("/api/v1/session", { fetch: globalThis.fetch })).catch(
    (e) => e,
  );
  expect(thrown).toBeInstanceOf(Problem);
  expect(thrown).toMatchObject({ status: 409, code: "rule.broken", requestId: "r1", blockers });
});

it("throws a Problem also for an answer that is no JSON, and for no answer", async () => {
  vi.stubGlobal("fetch", async () => new Response("<h1>Bad gateway</h1>", { status: 502 }));
  const gateway = await body(api.GET("/api/v1/session", { fetch: globalThis.fetch })).catch(
    (e) => e,
  );
  expect(gateway).toMatchObject({ status: 502, code: "server.unavailable" });
  vi.stubGlobal("fetch", async () => {
    throw new TypeError("Failed to fetch");
  });
  const away = await body(api.GET("/api/v1/session", { fetch: globalThis.fetch })).catch((e) => e);
  expect(away).toMatchObject({ status: 0, code: "network.unreachable" });
});

it("makes keys without a secure context, too", () => {
  const uuid = /^[0-9a-f]{8}-[0-9a-f]{4}-4[0-9a-f]{3}-[89ab][0-9a-f]{3}-[0-9a-f]{12}$/;
  expect(freshKey()).toMatch(uuid);
  vi.stubGlobal("crypto", { getRandomValues: crypto.getRandomValues.bind(crypto) });
  expect(freshKey()).toMatch(uuid);
  expect(ifMatch(7)).toEqual({ "If-Match": '"7"' });
  expect(once("k")).toEqual({ "Idempotency-Key": "k" });
});
