import createClient, { type Middleware } from "openapi-fetch";
import { currentLanguage } from "@/i18n";
import { asProblem, Problem, problemOf } from "./problem";
import type { paths } from "./schema";
import type { AnswerOf, Query } from "./types";

export function cookie(name: string): string | undefined {
  const found = document.cookie.split("; ").find((part) => part.startsWith(`${name}=`));
  return found ? decodeURIComponent(found.slice(name.length + 1)) : undefined;
}

/** A random id; crypto.randomUUID exists only over https, offices also use plain http. */
export function freshKey(): string {
  if (typeof crypto.randomUUID === "function") return crypto.randomUUID();
  const bytes = crypto.getRandomValues(new Uint8Array(16));
  bytes[6] = ((bytes[6] ?? 0) & 0x0f) | 0x40;
  bytes[8] = ((bytes[8] ?? 0) & 0x3f) | 0x80;
  const hex = Array.from(bytes, (b) => b.toString(16).padStart(2, "0")).join("");
  return hex.replace(/^(.{8})(.{4})(.{4})(.{4})(.{12})$/, "$1-$2-$3-$4-$5");
}

/** Header of an act on a record: refused with 412 when the record changed meanwhile. */
export const ifMatch = (rowVersion: number | string) => ({ "If-Match": `"${rowVersion}"` });

/** Header of a new fact: take one key per form opened, so that a second click makes no second fact. */
export const once = (key: string) => ({ "Idempotency-Key": key });

const manners: Middleware = {
  onRequest({ request }) {
    request.headers.set("Accept-Language", currentLanguage());
    const token = cookie("csrftoken");
    if (request.method !== "GET") {
      if (token) request.headers.set("X-CSRFToken", token);
      // A person is there to look at what is unusual before it is written down.
      request.headers.set("Prefer", "handling=strict");
    }
    return request;
  },
  async onResponse({ response }) {
    if (!response.ok && response.status !== 304) throw await problemOf(response);
  },
  onError({ error }) {
    return asProblem(error);
  },
};

export const api = createClient<paths>({
  baseUrl: typeof location === "undefined" ? "" : location.origin,
  credentials: "same-origin",
  // Same parameter repeated = OR, as the contract has it.
  querySerializer: { array: { style: "form", explode: true } },
});
api.use(manners);

/** The body of a good answer; a bad one has already been thrown as a Problem. */
export async function body<T>(call: Promise<{ data?: T; response: Response }>): Promise<T> {
  const { data, response } = await call;
  if (data === undefined) {
    if (response.status === 204) return undefined as T;
    throw new Problem({ title: "", status: response.status, code: "http.unexpected" });
  }
  return data;
}

/** Reads an address; path parts and parameters beyond the schema's are allowed, the server judges them. */
export function read<P extends keyof paths>(
  address: P,
  told: { path?: Record<string, string | number>; query?: Query } = {},
): Promise<AnswerOf<P>> {
  const get = api.GET as unknown as (
    address: P,
    init: { params: typeof told },
  ) => Promise<{ data?: AnswerOf<P>; response: Response }>;
  return body(get(address, { params: told }));
}
