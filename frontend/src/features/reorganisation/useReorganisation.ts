import { useForm } from "@mantine/form";
import { useQueryClient } from "@tanstack/react-query";
import { useState } from "react";
import { freshKey } from "@/api/client";
import { asProblem, type Problem } from "@/api/problem";
import { preview, useWrite } from "@/api/records";
import { agencyOf } from "@/ui/AgenciesPicker";
import { placeErrors } from "@/ui/form";
import { useDraft } from "@/ui/forms/useDraft";
import { bodyOf, type Values } from "@/ui/forms/values";
import { around, fields, ofAgencies, start } from "./fields";
import {
  asksWhoTakes,
  type Choices,
  inForm,
  type Pair,
  pairsOf,
  type Reorganised,
  type Shares,
  severalHeirs,
  takesOf,
} from "./pairs";

const PATH = "successions/bulk";
/** What each predecessor holds, where somebody has to say who takes it; of which choice of agencies. */
export type Held = { of: string; choices: Record<string, Choices> };
type Seen = { pairs: Pair[]; key: string; told: Reorganised };

/** A reorganisation from the first word to the record. */
export function useReorganisation() {
  const [values] = useState(start);
  const draft = useDraft(around, {}, undefined, values);
  const form = useForm<Values>({ initialValues: values, onValuesChange: draft.keep });
  const told = form.getValues();
  const [shares, setShares] = useState<Shares>({});
  const [held, setHeld] = useState<Held>({ of: "", choices: {} });
  const [seen, setSeen] = useState<Seen | null>(null);
  const [done, setDone] = useState<Reorganised | null>(null);
  const [problem, setProblem] = useState<Problem | null>(null);
  const [asking, setAsking] = useState(false);
  const write = useWrite();
  const queries = useQueryClient();
  const choices = held.of === ofAgencies(told) ? held.choices : {};

  const bodyFor = (pairs: Pair[], all = choices) => ({
    ...bodyOf(fields, told),
    pairs: pairs.map((pair) => {
      const own = pair.predecessor === undefined ? undefined : all[pair.predecessor];
      return own ? { ...pair, takes: takesOf(pair, own, shares) } : pair;
    }),
  });
  const ask = (pairs: Pair[], all = choices) => preview<Reorganised>(PATH, bodyFor(pairs, all));

  const nameOf = (code: string | undefined) =>
    code
      ? queries.ensureQueryData(agencyOf(code)).then(
          (each) => each.name,
          () => code,
        )
      : "…";
  const refuse = async (refused: Problem, pairs: Pair[]) => {
    const names = pairs.map(async ({ predecessor, successor }) =>
      (await Promise.all([predecessor, successor].map(nameOf))).join(" → "),
    );
    const shown = inForm(refused, await Promise.all(names));
    placeErrors(form, shown);
    setProblem(shown);
  };

  /** Told that nobody takes anything, the server says what there is to be taken. */
  const share = async (pairs: Pair[]) => {
    const none = Object.fromEntries(pairs.map(({ predecessor = "" }) => [predecessor, nothing]));
    const found = await ask(pairs, none).catch(() => null); // refused for more: said by the first
    if (!found) return;
    const each = found.results.map((one) => [one.predecessor.code, one.choices]);
    setHeld({ of: ofAgencies(told), choices: Object.fromEntries(each) });
  };

  const look = async () => {
    setAsking(true);
    form.clearErrors();
    const pairs = pairsOf(told);
    const unshared = Object.keys(choices).length === 0;
    try {
      const answer = await ask(pairs);
      if (unshared && severalHeirs(answer)) await share(pairs);
      else setSeen({ pairs, told: answer, key: freshKey() });
      setProblem(null);
    } catch (thrown) {
      const refused = asProblem(thrown);
      if (unshared && asksWhoTakes(refused)) await share(pairs);
      await refuse(refused, pairs);
    }
    setAsking(false);
  };

  const record = async () => {
    if (!seen) return;
    const { pairs, key, told: effects } = seen;
    const confirmed = effects.warnings.map(({ code }) => code);
    const body = {
      ...bodyFor(pairs),
      ...(confirmed.length ? { confirmed_warnings: [...new Set(confirmed)] } : {}),
    };
    try {
      const made = await write.mutateAsync({ method: "POST", path: PATH, told: body, key });
      setDone(made as Reorganised);
      draft.drop();
    } catch (thrown) {
      await refuse(asProblem(thrown), pairs);
      setSeen(null);
    }
  };

  return {
    form,
    draft,
    takeDraft: () => {
      if (draft.offered) form.setValues({ ...values, ...draft.offered.values });
      draft.close();
    },
    problem,
    choices,
    shares,
    give: (what: string, heir: string) => setShares((old) => ({ ...old, [what]: heir })),
    seen: seen?.told.results,
    change: () => setSeen(null),
    done: done?.results,
    busy: asking || write.isPending,
    look: () => void look(),
    record: () => void record(),
  };
}
export type Reorganisation = ReturnType<typeof useReorganisation>;

const nothing: Choices = { rollouts: [], tasks: [] };
