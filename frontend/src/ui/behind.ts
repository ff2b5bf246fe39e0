import type { ListSearch } from "./listSearch";

/** The list page of the SPA behind a number. */
export type RowsPage = {
  to: "/agencies" | "/findings" | "/documents" | "/proofs" | "/tasks" | "/procedures";
  search: ListSearch & { as_of?: string };
};

const pages: Record<string, [RowsPage["to"], ListSearch?]> = {
  "progress/agencies": ["/agencies"],
  findings: ["/findings"],
  documents: ["/documents"],
  certificates: ["/proofs", { of: "certificates" }],
  declarations: ["/proofs", { of: "declarations" }],
  tasks: ["/tasks"],
  "admin-procedures": ["/procedures"],
};

/**
 * /api/v1/findings?state=open → /findings?state=open: the page sends the same parameters to the
 * same list, so its count is the number that led there. The day goes along by itself, unless the
 * number is of another day than the page: `dated`.
 */
export function pageBehind(apiUrl: string | undefined, dated = false): RowsPage | null {
  const [path = "", query = ""] = apiUrl?.split("?") ?? [];
  const [to, more] = pages[path.replace("/api/v1/", "")] ?? [];
  if (!to) return null;
  const search: Record<string, string[]> = {};
  for (const [key, value] of new URLSearchParams(query)) {
    if (key !== "as_of") search[key] = [...(search[key] ?? []), value];
  }
  const day = new URLSearchParams(query).get("as_of");
  return { to, search: { ...search, ...more, ...(dated && day ? { as_of: day } : {}) } };
}

/** Agencies in these cells of the ladder (a stage, or no_data), by kind and by maintenance. */
export function agenciesIn(cells: string[], kind?: string, maintained?: string): RowsPage {
  return {
    to: "/agencies",
    search: {
      cell: cells,
      kind: kind ? [kind] : undefined,
      maintained: maintained ? [maintained] : undefined,
    },
  };
}
