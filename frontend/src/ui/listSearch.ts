import { useNavigate, useSearch } from "@tanstack/react-router";
import type { Query } from "@/api/types";

const paging = ["ordering", "limit", "offset"] as const;

/** Filters each list takes from the address; the server judges their values. */
export const filterNames = {
  agencies: [
    "kind",
    "stage",
    "cell",
    "edition",
    "track",
    "flag",
    "maintained",
    "in_scope",
    "has_list",
    "with_rollout",
    "expiring",
    "fresh",
    "rate",
    "figure",
    "search",
  ],
  findings: [
    "agency",
    "rollout",
    "audit",
    "grade",
    "clause",
    "state",
    "source",
    "corrected",
    "due_from",
    "kind",
    "current",
    "search",
  ],
  documents: [
    "id",
    "agency",
    "rollout",
    "kind",
    "state",
    "flag",
    "placeholder",
    "current",
    "search",
  ],
  certificates: [
    "agency",
    "rollout",
    "track",
    "edition",
    "in_force",
    "suspended",
    "current",
    "number",
  ],
  declarations: [
    "agency",
    "rollout",
    "track",
    "edition",
    "kind",
    "in_force",
    "suspended",
    "current",
  ],
  tasks: ["agency", "directive", "state", "in_scope"],
  "official-documents": ["number", "issuer"],
  decisions: ["agency", "rollout", "kind", "number"],
  directives: ["agency", "kind"],
  "admin-procedures": [
    "agency",
    "status",
    "level",
    "standing",
    "covered",
    "linked",
    "flag",
    "document",
    "confirmed",
    "in_scope",
    "kind",
    "search",
  ],
  coverage: ["agency"],
  users: ["agency", "role", "search"],
  reports: ["kind", "agency", "state", "printed"],
  "feed-clients": ["state", "scope", "search"],
  "policy-values": ["confirmed", "search"],
  successions: ["agency", "kind", "search"],
} as const;

export type ListName = keyof typeof filterNames;
export type FilterName = (typeof filterNames)[ListName][number];
type Paging = (typeof paging)[number];
/** Every value as a list: a repeated parameter means or. */
export type ListSearch = Partial<Record<FilterName | Paging, string[]>> & {
  /** Which of a page's lists, and how it is drawn. */
  of?: string;
  view?: string;
};

const many = (value: unknown) => {
  const list = [value].flat().filter((each) => typeof each === "string" && each !== "");
  return list.length ? (list as string[]) : undefined;
};

/** Takes from the address what these lists know; the rest is left out. */
export function listSearch(...lists: ListName[]) {
  const known = new Set<string>([...lists.flatMap((list) => filterNames[list]), ...paging]);
  return (search: Record<string, unknown>): ListSearch => ({
    ...Object.fromEntries([...known].map((name) => [name, many(search[name])])),
    of: many(search.of)?.[0],
    view: many(search.view)?.[0],
  });
}

/** The address of a list page: its filters, and how to change them. */
export function useListSearch() {
  const search: ListSearch = useSearch({ strict: false });
  const navigate = useNavigate();
  const change = (part: ListSearch) =>
    void navigate({
      to: ".",
      search: (old: object) => ({ ...old, offset: undefined, ...part }) as never,
      resetScroll: false,
    });
  return { search, change };
}

/** What goes to the server for one list: its own filters, its order and its page. */
export function queryOf(search: ListSearch, list: ListName, limit: number): Query {
  const names: readonly FilterName[] = filterNames[list];
  const told = Object.fromEntries(names.map((name) => [name, search[name]]));
  return {
    ...told,
    ordering: search.ordering,
    limit: search.limit?.[0] ?? limit,
    offset: search.offset?.[0],
  };
}
