import type { Records } from "@/api/records";
import type { Catalogues } from "@/api/types";

export type PolicyValue = Records["policy-values"];
/** A number of the law: the value of the day, what is to come, and the others, newest first. */
export type Held = {
  code: string;
  current: PolicyValue | undefined;
  coming: PolicyValue[];
  past: PolicyValue[];
};
export type Subject = { code: string; numbers: Held[] };

const newestFirst = (a: PolicyValue, b: PolicyValue) =>
  (b.valid_from ?? "").localeCompare(a.valid_from ?? "");

/** The rows of each number together, numbers under their subjects, all in the catalogue's order. */
export function bySubject(rows: readonly PolicyValue[], catalogues: Catalogues): Subject[] {
  const named = catalogues.policy_values;
  const strange = [...new Set(rows.map(({ code }) => code))].filter(
    (code) => !named.some((each) => each.code === code),
  );
  const held = (code: string): Held => {
    const own = rows.filter((row) => row.code === code).sort(newestFirst);
    const those = (state: PolicyValue["state"]) => own.filter((row) => row.state === state);
    return { code, current: those("current")[0], coming: those("coming"), past: those("past") };
  };
  const subjects = catalogues.policy_subjects.map(({ code: subject }) => ({
    code: subject,
    numbers: named.filter((each) => each.subject === subject).map(({ code }) => held(code)),
  }));
  return [...subjects, { code: "", numbers: strange.map(held) }]
    .map((each) => ({ ...each, numbers: each.numbers.filter(hasRows) }))
    .filter(({ numbers }) => numbers.length > 0);
}

const hasRows = ({ current, coming, past }: Held) =>
  current !== undefined || coming.length + past.length > 0;

/** Only the numbers whose value of the day is confirmed, or is not. */
export function withCertainty(subjects: Subject[], wanted: string | undefined): Subject[] {
  if (!wanted) return subjects;
  return subjects
    .map((each) => ({
      ...each,
      numbers: each.numbers.filter(({ current }) => String(current?.confirmed) === wanted),
    }))
    .filter(({ numbers }) => numbers.length > 0);
}
