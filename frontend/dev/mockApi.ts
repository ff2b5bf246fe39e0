import type { Connect, Plugin, PreviewServer, ViteDevServer } from "vite";
import * as made from "./fixtures.ts";

const page = (results: unknown[]) => ({
  count: results.length,
  next: null,
  previous: null,
  results,
});
const signedIn = {
  user: { username: "chuyenvien", name: "Nguyễn Thị Hương", role: "coordinator", agency: null },
  illustration: true,
  province: "Tỉnh Quảng Ninh",
};

/** A stand-in for the API, mounted on the development and preview servers when MOCK=1. */
export function mockApi(): Plugin {
  let session: object = process.env.MOCK_USER === "0" ? { user: null } : signedIn;

  const answer = (method: string, path: string, query: URLSearchParams): [number, unknown] => {
    const day = query.get("as_of") ?? "2026-11-22";
    const parts = path.replace("/api/v1/", "").split("/");
    if (path === "/api/v1/session") {
      if (method === "POST") session = signedIn;
      if (method === "DELETE") session = { user: null };
      return [200, session];
    }
    if (parts[0] === "catalogues") return [200, made.catalogues];
    if (parts[0] === "progress") {
      const found: Record<string, () => unknown> = {
        summary: () => made.summary(day),
        trend: made.trend,
        deadlines: () => page(made.deadlines),
        changes: () => page(made.changes),
        agencies: () => page(rowsOf(query)),
      };
      const make = found[parts[1] ?? ""];
      if (make) return [200, make()];
    }
    if (parts[0] === "rollouts" && parts[2] === "journey") return [200, made.journey];
    if (parts[0] === "agencies") {
      const agency = made.agencies.find((each) => each.code === parts[1]);
      if (!parts[1]) return [200, page(made.agencies)];
      if (agency && !parts[2])
        return [200, { ...agency, valid_from: null, valid_to: null, as_of: day }];
      if (agency && parts[2] === "rollouts") return [200, page(made.rollouts(agency.code, day))];
      if (agency && parts[2] === "lineage") {
        const kin = (code: string, name: string) => ({
          code,
          name,
          kind: "so",
          kind_of_succession: "merge",
          effective_on: "2025-03-01",
        });
        return [
          200,
          {
            predecessors: [
              kin("SNV", "Sở Nội vụ"),
              kin("SLDTBXH", "Sở Lao động – Thương binh và Xã hội"),
            ],
            successors: [],
          },
        ];
      }
    }
    return [
      404,
      { title: "Không tìm thấy", status: 404, code: "not_found", request_id: "mock-404" },
    ];
  };

  const handle: Connect.NextHandleFunction = (request, response, next) => {
    const url = new URL(request.url ?? "/", "http://mock.invalid");
    if (!url.pathname.startsWith("/api/v1/")) return next();
    const [status, body] = answer(request.method ?? "GET", url.pathname, url.searchParams);
    response.statusCode = status;
    response.setHeader(
      "Content-Type",
      status < 400 ? "application/json" : "application/problem+json",
    );
    response.end(JSON.stringify(body));
  };
  const mount = (server: ViteDevServer | PreviewServer) => {
    server.middlewares.use(handle);
  };
  return {
    name: "mock-api",
    apply: () => true,
    configureServer: mount,
    configurePreviewServer: mount,
  };
}

function rowsOf(query: URLSearchParams) {
  const wanted = (name: string, value: string) =>
    query.getAll(name).length === 0 || query.getAll(name).includes(value);
  return made.agencyRows.filter(
    (row) =>
      wanted("kind", row.agency.kind) &&
      wanted("stage", row.stage) &&
      (query.getAll("flag").length === 0 ||
        row.flags.some((flag) => query.getAll("flag").includes(flag))),
  );
}
