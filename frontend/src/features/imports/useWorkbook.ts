import { useQueryClient } from "@tanstack/react-query";
import { useRef, useState } from "react";
import { freshKey, once } from "@/api/client";
import { asProblem, type Problem } from "@/api/problem";
import type { components } from "@/api/schema";
import { send } from "@/api/upload";

export type Outcome = components["schemas"]["LoadedShape"];
/** What the sender says about the sheet; each change is looked at by the server again. */
export type Told = {
  sheet?: string;
  mapping: Record<string, string | null>;
  choices: Record<string, string>;
  conflicts: Record<string, string>;
  /** What all rows say in which a field is blank. */
  defaults: Record<string, string>;
  on_conflict: "stop" | "skip" | "update";
};
const nothing: Told = {
  mapping: {},
  choices: {},
  conflicts: {},
  defaults: {},
  on_conflict: "stop",
};

function formOf(kind: string, file: File, told: Told): FormData {
  const form = new FormData();
  form.append("kind", kind);
  form.append("file", file);
  form.append("on_conflict", told.on_conflict);
  if (told.sheet) form.append("sheet", told.sheet);
  for (const name of ["mapping", "choices", "conflicts", "defaults"] as const)
    form.append(name, JSON.stringify(told[name]));
  return form;
}

/** A workbook on its way: looked at as often as needed, loaded once. */
export function useWorkbook(kind: string) {
  const queries = useQueryClient();
  const [file, setFile] = useState<File | null>(null);
  const [told, setTold] = useState<Told>(nothing);
  const [outcome, setOutcome] = useState<Outcome | null>(null);
  const [loaded, setLoaded] = useState<Outcome | null>(null);
  const [problem, setProblem] = useState<Problem | null>(null);
  const [busy, setBusy] = useState<{ job: string | null } | null>(null);
  const key = useRef(freshKey());
  const latest = useRef(0);

  const look = async (chosen: File, next: Told) => {
    const turn = ++latest.current;
    setBusy({ job: null });
    setProblem(null);
    setLoaded(null);
    try {
      const form = formOf(kind, chosen, next);
      const found = await send<Outcome>({ path: "imports", form, query: { dry_run: "true" } });
      if (turn === latest.current) setOutcome(found);
    } catch (thrown) {
      if (turn !== latest.current) return;
      setProblem(asProblem(thrown));
      setOutcome(null);
    } finally {
      if (turn === latest.current) setBusy(null);
    }
  };

  return {
    file,
    told,
    outcome,
    loaded,
    problem,
    busy,
    take: (chosen: File) => {
      key.current = freshKey();
      setFile(chosen);
      setTold(nothing);
      void look(chosen, nothing);
    },
    change: (part: Partial<Told>) => {
      const next = { ...told, ...part };
      key.current = freshKey();
      setTold(next);
      if (file) void look(file, next);
    },
    load: async (reason: string) => {
      if (!file) return;
      // Told by the dry run: the server knows it before the first question about it.
      const job = outcome?.job ?? null;
      setBusy({ job });
      setProblem(null);
      try {
        // The same load sent again after a lost connection must be the same to the letter.
        const form = formOf(kind, file, told);
        if (job) form.append("job", job);
        if (reason.trim()) form.append("reason", reason.trim());
        const done = await send<Outcome>({ path: "imports", form, headers: once(key.current) });
        setLoaded(done);
        setOutcome(null);
        setFile(null);
        await queries.invalidateQueries({ queryKey: ["records"] });
      } catch (thrown) {
        setProblem(asProblem(thrown));
      } finally {
        setBusy(null);
      }
    },
  };
}
export type Workbook = ReturnType<typeof useWorkbook>;
