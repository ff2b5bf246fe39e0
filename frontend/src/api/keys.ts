import type { Day } from "@/i18n/days";

/** Query keys, in one place so that a write can name what it makes stale. */
export const keys = {
  session: ["session"] as const,
  totp: ["totp"] as const,
  operations: ["operations"] as const,
  catalogues: (language: string) => ["catalogues", language] as const,
  progress: ["progress"] as const,
  summary: (day?: Day) => ["progress", "summary", day ?? "today"] as const,
  trend: (day?: Day) => ["progress", "trend", day ?? "today"] as const,
  changes: (from: Day, to: Day) => ["progress", "changes", from, to] as const,
  deadlines: (day?: Day, overdue = true) =>
    ["progress", "deadlines", overdue, day ?? "today"] as const,
  directives: (day: Day | undefined, filters: object) =>
    ["directives", day ?? "today", filters] as const,
  indicators: (query: object) => ["indicators", query] as const,
  list: (path: string, query: object) => ["list", path, query] as const,
  agencyRows: (filters: object) => ["progress", "agencies", filters] as const,
  agencies: ["agencies"] as const,
  agency: (code: string, day?: Day) => ["agencies", code, day ?? "today"] as const,
  lineage: (code: string) => ["agencies", code, "lineage"] as const,
  agencySearch: (text: string, day?: Day) => ["agencies", "search", text, day ?? "today"] as const,
  agenciesEver: (text: string) => ["agencies", "ever", text] as const,
  agencyRollouts: (code: string, day?: Day) =>
    ["agencies", code, "rollouts", day ?? "today"] as const,
  documentMonths: (rollout: number, day?: Day) =>
    ["rollouts", rollout, "document-months", day ?? "today"] as const,
  journey: (rollout: number, day?: Day) =>
    ["rollouts", rollout, "journey", day ?? "today"] as const,
};
