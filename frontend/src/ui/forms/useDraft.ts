import { useQueryClient } from "@tanstack/react-query";
import { useRef, useState } from "react";
import { keys } from "@/api/keys";
import type { Session } from "@/api/types";
import { type Draft, draftKey, dropDraft, keepDraft, readDraft } from "./drafts";
import type { FormSpec, Parents, Target } from "./spec";
import type { Values } from "./values";

const PAUSE_MS = 400;

/** Keeps what is written into one form, and offers what was kept when it was left without saving. */
export function useDraft(
  spec: FormSpec,
  parents: Parents,
  target: Target | undefined,
  start: Values,
) {
  const session = useQueryClient().getQueryData<Session>(keys.session);
  const key = draftKey(session?.user?.username ?? "", spec, parents, target);
  const waiting = useRef<ReturnType<typeof setTimeout> | undefined>(undefined);
  const [offered, setOffered] = useState<Draft | null>(() => {
    const draft = readDraft(key);
    return draft && JSON.stringify(draft.values) !== JSON.stringify(start) ? draft : null;
  });
  return {
    /** From an earlier look at this form; null once it was taken, thrown away or written over. */
    offered,
    close: () => setOffered(null),
    keep: (values: Values) => {
      clearTimeout(waiting.current);
      const write = () => {
        if (JSON.stringify(values) === JSON.stringify(start)) dropDraft(key);
        else keepDraft(key, values, target?.row_version);
      };
      waiting.current = setTimeout(write, PAUSE_MS);
    },
    drop: () => {
      clearTimeout(waiting.current);
      dropDraft(key);
      setOffered(null);
    },
  };
}
