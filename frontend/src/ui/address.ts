import { useNavigate, useSearch } from "@tanstack/react-router";
import type { Day } from "@/i18n/days";

type Search = Record<string, unknown>;

/** Plain addresses that can be read aloud: ?stage=declared&stage=certified, no JSON in them. */
export function parseSearch(text: string): Search {
  const found: Record<string, string | string[]> = {};
  for (const [key, value] of new URLSearchParams(text)) {
    const before = found[key];
    found[key] = before === undefined ? value : [before, value].flat();
  }
  return found;
}

export function stringifySearch(search: Search): string {
  const params = new URLSearchParams();
  for (const [key, value] of Object.entries(search)) {
    for (const each of [value].flat()) {
      if (each !== undefined && each !== null && each !== "") params.append(key, String(each));
    }
  }
  const text = params.toString();
  return text ? `?${text}` : "";
}

/** The day the screens speak of; undefined means today, as the server knows it. */
export function useAsOf(): Day | undefined {
  return useSearch({ strict: false }).as_of;
}

export function useSetAsOf(): (day: Day | undefined) => void {
  const navigate = useNavigate();
  return (day) =>
    void navigate({
      to: ".",
      search: (old) => ({ ...old, as_of: day }),
      replace: false,
      resetScroll: false,
    });
}
