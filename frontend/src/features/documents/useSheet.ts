import { useQueryClient } from "@tanstack/react-query";
import { type FormEvent, useState } from "react";
import { freshKey, once } from "@/api/client";
import { asProblem, type Problem } from "@/api/problem";
import type { components } from "@/api/schema";
import { send } from "@/api/upload";

export type Outcome = components["schemas"]["LoadedShape"];

/** Lines of the screen on their way as a small workbook: looked at as a whole, then written. */
export function useSheet(formOf: () => FormData, onDone: () => void) {
  const queries = useQueryClient();
  const [outcome, setOutcome] = useState<Outcome | null>(null);
  const [problem, setProblem] = useState<Problem | null>(null);
  const [reason, setReason] = useState("");
  const [busy, setBusy] = useState(false);
  const [key] = useState(freshKey);

  const save = async (event: FormEvent) => {
    event.preventDefault();
    setBusy(true);
    setProblem(null);
    const query = { dry_run: "true" };
    try {
      const seen = await send<Outcome>({ path: "imports", form: formOf(), query });
      setOutcome(seen);
      if (seen.errors?.length || (seen.needs_reason && !reason.trim())) return;
      const whole = formOf();
      if (reason.trim()) whole.append("reason", reason.trim());
      await send({ path: "imports", form: whole, headers: once(key) });
      await queries.invalidateQueries({ queryKey: ["records"] });
      onDone();
    } catch (thrown) {
      setProblem(asProblem(thrown));
    } finally {
      setBusy(false);
    }
  };
  return { outcome, problem, reason, setReason, busy, save };
}
export type Sheet = ReturnType<typeof useSheet>;
