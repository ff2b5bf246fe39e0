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
  asOne,
  type Choices,
  type Effects,
  idOf,
  idOfTold,
  type Shares,
  type Step,
  severalHeirs,
  stepsOf,
  takesOf,
} from "./pairs";

/** What each predecessor holds, where somebody has to say who takes it; of which choice of agencies. */
export type Held = { of: string; choices: Record<string, Choices> };
type Seen = { step: Step; key: string; told: Effects };

/** A reorganisation from the first word to the last step on record. */
export function useReorganisation() {
  const [values] = useState(start);
  const draft = useDraft(around, {}, undefined, values);
  const form = useForm<Values>({ initialValues: values, onValuesChange: draft.keep });
  const told = form.getValues();
  const [shares, setShares] = useState<Shares>({});
  const [held, setHeld] = useState<Held>({ of: "", choices: {} });
  const [seen, setSeen] = useState<Seen[] | null>(null);
  const [done, setDone] = useState<Effects[]>([]);
  const [problem, setProblem] = useState<Problem | null>(null);
  const [asking, setAsking] = useState(false);
  const write = useWrite();
  const queries = useQueryClient();
  const choices = held.of === ofAgencies(told) ? held.choices : {};

  const isDone = (step: Step) => done.some((each) => idOfTold(each) === idOf(step));
  const bodyFor = (step: Step, all = choices) => {
    const own = step.predecessor === undefined ? undefined : all[step.predecessor];
    return {
      ...bodyOf(fields, told),
      ...step,
      ...(own ? { takes: takesOf(step, own, shares) } : {}),
    };
  };
  const nameOf = (code: string | undefined) =>
    code
      ? queries.ensureQueryData(agencyOf(code)).then(
          (each) => each.name,
          () => code,
        )
      : "…";
  const refuse = async (refused: { step: Step; problem: Problem }[], steps: number) => {
    const named = refused.map(async ({ step: { predecessor, successor }, problem: each }) => ({
      name: (await Promise.all([predecessor, successor].map(nameOf))).join(" → "),
      problem: each,
    }));
    const one = asOne(await Promise.all(named), steps);
    if (one) placeErrors(form, one);
    setProblem(one);
  };

  /** Every step asked at once, so that every reason is told at once. */
  const ask = (steps: Step[], all = choices) =>
    Promise.all(
      steps.map(async (step) => {
        try {
          const answer = await preview<Effects>("successions", bodyFor(step, all));
          return { step, told: answer, key: freshKey() };
        } catch (thrown) {
          return { step, problem: asProblem(thrown) };
        }
      }),
    );

  const look = async () => {
    setAsking(true);
    form.clearErrors();
    const steps = stepsOf(told).filter((step) => !isDone(step));
    const answers = await ask(steps);
    const refused = answers.flatMap((each) => (each.problem ? [{ ...each }] : []));
    const good = answers.flatMap((each) => (each.told ? [{ ...each }] : []));
    const shared =
      Object.keys(choices).length === 0 &&
      (refused.some(asksWhoTakes) || (steps.length > 1 && good.some(severalHeirs(steps))));
    if (shared) {
      // Told that nobody takes anything, the server says what there is to be taken.
      const none = Object.fromEntries(steps.map((step) => [step.predecessor ?? "", nothing]));
      const found = (await ask(steps, none)).flatMap((each) => each.told ?? []);
      const each = found.map((one) => [one.predecessor.code, one.choices]);
      setHeld({ of: ofAgencies(told), choices: Object.fromEntries(each) });
    }
    await refuse(refused as { step: Step; problem: Problem }[], steps.length);
    if (refused.length === 0 && !shared) setSeen(good as Seen[]);
    setAsking(false);
  };

  /** One step after the other; what is on record stays so when a later one is refused. */
  const record = async () => {
    if (!seen) return;
    for (const { step, key, told: effects } of seen) {
      const codes = effects.warnings.map(({ code }) => code);
      const body = { ...bodyFor(step), ...(codes.length ? { confirmed_warnings: codes } : {}) };
      try {
        const made = await write.mutateAsync({
          method: "POST",
          path: "successions",
          told: body,
          key,
        });
        setDone((before) => [...before, made as Effects]);
      } catch (thrown) {
        await refuse([{ step, problem: asProblem(thrown) }], 1);
        return setSeen(null);
      }
    }
    draft.drop();
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
    seen,
    change: () => setSeen(null),
    done,
    finished: seen?.every(({ step }) => isDone(step)),
    busy: asking || write.isPending,
    look: () => void look(),
    record: () => void record(),
  };
}
export type Reorganisation = ReturnType<typeof useReorganisation>;

const nothing: Choices = { rollouts: [], tasks: [] };
