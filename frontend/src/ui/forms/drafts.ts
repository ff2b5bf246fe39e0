import type { FormSpec, Parents, Target } from "./spec";
import type { Values } from "./values";

/** What somebody wrote into a form and did not save; it outlives the tab, not the session. */
export type Draft = { at: string; values: Values; version?: number };

const PREFIX = "iso.draft.";
/** A draft that nobody came back to is thrown away after so many days. */
const KEPT_DAYS = 30;

/** One place per person, form and record: what one wrote is never offered to another. */
export function draftKey(
  who: string,
  spec: Pick<FormSpec, "act" | "collection" | "method" | "word">,
  parents: Parents,
  target: Target | undefined,
): string {
  const on = target
    ? String(target.id)
    : Object.entries(parents)
        .filter(([, value]) => value !== undefined)
        .map(([name, value]) => `${name}=${value}`)
        .sort()
        .join(",");
  return `${PREFIX}${who}.${spec.act}.${spec.collection}.${spec.word ?? spec.method}.${on}`;
}

export function readDraft(key: string): Draft | null {
  try {
    const draft = JSON.parse(localStorage.getItem(key) ?? "null") as Draft | null;
    if (!draft || typeof draft.values !== "object") return null;
    if (Date.now() - Date.parse(draft.at) < KEPT_DAYS * 86_400_000) return draft;
    localStorage.removeItem(key);
    return null;
  } catch {
    return null;
  }
}

export function keepDraft(key: string, values: Values, version: number | undefined): void {
  try {
    const draft: Draft = { at: new Date().toISOString(), values, version };
    localStorage.setItem(key, JSON.stringify(draft));
  } catch {
    // A browser without room keeps nothing; the form itself is not touched.
  }
}

export function dropDraft(key: string): void {
  try {
    localStorage.removeItem(key);
  } catch {
    // Nothing was kept.
  }
}

/** On signing out: nothing that was written stays in a shared machine. */
export function dropAllDrafts(): void {
  try {
    for (const key of Object.keys(localStorage)) {
      if (key.startsWith(PREFIX)) localStorage.removeItem(key);
    }
  } catch {
    // Nothing was kept.
  }
}
