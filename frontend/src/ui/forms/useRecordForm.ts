import { useForm } from "@mantine/form";
import { type FormEvent, useState } from "react";
import { freshKey } from "@/api/client";
import { asProblem, type Problem } from "@/api/problem";
import { useWrite } from "@/api/records";
import { placeErrors } from "../form";
import type { FieldSpec, FormSpec, Parents, Target } from "./spec";
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
) {
  const [key] = useState(freshKey);
  const [base, setBase] = useState(target);
  const [problem, setProblem] = useState<Problem | null>(null);
  const form = useForm<Values>({ initialValues: startOf(spec, parents, target) });
  const write = useWrite();

  const send = (on: Target | undefined) =>
    write.mutate(
      {
        method: spec.method === "correct" ? "PATCH" : "POST",
        path: pathOf(spec, on),
        told: bodyOfForm(spec, parents, form.getValues(), base),
        key,
        rowVersion: spec.method === "add" ? undefined : on?.row_version,
      },
      {
        onSuccess: onDone,
        onError: (thrown) => {
          const refused = asProblem(thrown);
          placeErrors(form, refused);
          setProblem(refused);
        },
      },
    );

  const conflict = problem?.status === 412 ? (problem.current as Target | null) : null;
  return {
    form,
    base,
    problem,
    conflict,
    sending: write.isPending,
    mine: () => bodyOfForm(spec, parents, form.getValues(), base),
    submit: (event: FormEvent<HTMLFormElement>) => {
      event.preventDefault();
      // A day that could not be read must not be left out silently.
      const unread = event.currentTarget.querySelector<HTMLElement>("[data-unread]");
      if (unread) return unread.focus();
      send(base);
    },
    keepMine: () => {
      if (!conflict) return;
      send(conflict);
    },
    takeTheirs: () => {
      if (!conflict) return;
      setBase(conflict);
      setProblem(null);
      if (spec.method === "correct") form.setValues(startOf(spec, parents, conflict));
    },
  };
}
