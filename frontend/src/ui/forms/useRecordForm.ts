import { useForm } from "@mantine/form";
import { type FormEvent, useState } from "react";
import { freshKey } from "@/api/client";
import { asProblem, type Problem } from "@/api/problem";
import { useWrite } from "@/api/records";
import { placeErrors } from "../form";
import type { FieldSpec, FormSpec, Parents, Target } from "./spec";
import { useDraft } from "./useDraft";
import { blank, bodyOf, changesOf, filled, type Values } from "./values";

const reason: FieldSpec = { name: "reason", type: "long" };
const irregular: FieldSpec = { name: "irregular", type: "long" };

function startOf(spec: FormSpec, parents: Parents, target: Target | undefined): Values {
  const values =
    spec.method === "correct" && target ? filled(spec.fields, target) : blank(spec.fields);
  if (spec.fields.some((field) => field.type === "rollouts") && parents.rollout)
    values.rollouts = [String(parents.rollout)];
  return { ...values, reason: "", irregular: "" };
}

function bodyOfForm(spec: FormSpec, parents: Parents, values: Values, base: Target | undefined) {
  const told =
    spec.method === "correct" && base
      ? changesOf(spec.fields, values, filled(spec.fields, base))
      : bodyOf(spec.fields, values);
  const hung = [spec.parent ?? []].flat();
  const parent = Object.fromEntries(hung.map((name) => [name, parents[name]]));
  const whole = { ...parent, ...spec.fixed, ...told, ...bodyOf([reason, irregular], values) };
  return spec.shape ? spec.shape(whole) : whole;
}

const pick = (record: Target, names: string[]) =>
  Object.fromEntries(
    names.flatMap((name) => [
      [name, record[name]],
      [`${name}_precision`, record[`${name}_precision`]],
    ]),
  );

const pathOf = (spec: FormSpec, base: Target | undefined) =>
  [spec.collection, spec.method === "add" ? undefined : base?.id, spec.word]
    .filter((part) => part !== undefined)
    .join("/");

/** The life of one opened form: its values, its one key, what the server said, whose version it is. */
export function useRecordForm(
  spec: FormSpec,
  parents: Parents,
  target: Target | undefined,
  onDone: (answer: unknown) => void,
  /** What goes with it beside the fields: the files that prove it. */
  also: () => object = () => ({}),
) {
  const [key, setKey] = useState(freshKey);
  const [seen, setSeen] = useState<string[]>([]);
  const [base, setBase] = useState(target);
  const [problem, setProblem] = useState<Problem | null>(null);
  const [start] = useState(() => startOf(spec, parents, target));
  const draft = useDraft(spec, parents, target, start);
  const form = useForm<Values>({ initialValues: start, onValuesChange: draft.keep });
  const write = useWrite();

  const send = (on: Target | undefined, confirmed: string[] = [], since = base) => {
    const told = { ...bodyOfForm(spec, parents, form.getValues(), since), ...also() };
    write.mutate(
      {
        method: spec.method === "correct" && !spec.word ? "PATCH" : "POST",
        path: pathOf(spec, on),
        told: confirmed.length ? { ...told, confirmed_warnings: confirmed } : told,
        key,
        rowVersion: spec.method === "add" ? undefined : on?.row_version,
      },
      {
        onSuccess: (answer) => {
          draft.drop();
          onDone(answer);
        },
        onError: (thrown) => {
          const refused = spec.at ? asProblem(thrown).at(spec.at) : asProblem(thrown);
          placeErrors(form, refused);
          setProblem(refused);
          if (refused.warnings.length === 0) return;
          // What is sent with the confirmation is another write, so it gets a key of its own.
          setKey(freshKey());
          setSeen([...new Set([...confirmed, ...refused.warnings.map(({ code }) => code)])]);
        },
      },
    );
  };

  const conflict = problem?.status === 412 ? (problem.current as Target | null) : null;
  return {
    form,
    base,
    problem,
    conflict,
    sending: write.isPending,
    draft,
    takeDraft: () => {
      if (draft.offered) form.setValues({ ...start, ...draft.offered.values });
      draft.close();
    },
    mine: () => bodyOfForm(spec, parents, form.getValues(), base),
    submit: (event: FormEvent<HTMLFormElement>) => {
      event.preventDefault();
      // A day that could not be read must not be left out silently.
      const unread = event.currentTarget.querySelector<HTMLElement>("[data-unread]");
      if (unread) return unread.focus();
      send(base);
    },
    /** Write it all the same: every warning told so far has been looked at. */
    confirm: () => send(base, seen),
    /** Mine over the new version, but for the fields that stay as the other person left them. */
    keepMine: (theirs: string[] = []) => {
      if (!conflict) return;
      if (spec.method !== "correct" || theirs.length === 0) return send(conflict);
      const now = filled(spec.fields, conflict);
      for (const name of theirs) form.setFieldValue(name, now[name]);
      setBase({ ...base, ...pick(conflict, theirs), row_version: conflict.row_version } as Target);
      send(conflict, [], { ...base, ...pick(conflict, theirs) } as Target);
    },
    takeTheirs: () => {
      if (!conflict) return;
      setBase(conflict);
      setProblem(null);
      if (spec.method === "correct") form.setValues(startOf(spec, parents, conflict));
    },
  };
}
