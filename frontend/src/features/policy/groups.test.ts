import { expect, it } from "vitest";
import type { Catalogues } from "@/api/types";
import { bySubject, type PolicyValue, withCertainty } from "./groups";

const named = (code: string, subject: string) => ({ code, subject, label: code, label_en: code });
const catalogues = {
  policy_subjects: [{ code: "proof" }, { code: "system" }],
  policy_values: [named("certificate.validity", "proof"), named("upload.max_mb", "system")],
} as Catalogues;

const row = (code: string, id: number, rest: Partial<PolicyValue>) =>
  ({
    code,
    id,
    value: id,
    unit: "months",
    state: "current",
    confirmed: false,
    ...rest,
  }) as PolicyValue;

const rows = [
  row("upload.max_mb", 1, { confirmed: true }),
  row("certificate.validity", 2, { state: "past", valid_to: "2013-12-31" }),
  row("certificate.validity", 3, { state: "past", valid_from: "2014-01-01" }),
  row("certificate.validity", 4, { valid_from: "2020-01-01" }),
  row("certificate.validity", 5, { state: "coming", valid_from: "2030-01-01" }),
  row("new.number", 6, {}),
];

it("puts each number under its subject, with the value of the day and its history newest first", () => {
  const [proof, system, strange] = bySubject(rows, catalogues);
  const [validity] = proof?.numbers ?? [];
  expect(validity?.current?.id).toBe(4);
  expect(validity?.coming.map(({ id }) => id)).toEqual([5]);
  expect(validity?.past.map(({ id }) => id)).toEqual([3, 2]);
  expect(system?.numbers[0]?.code).toBe("upload.max_mb");
  expect(strange?.numbers[0]?.code).toBe("new.number");
});

it("asks only the value of the day whether it is confirmed", () => {
  const confirmed = withCertainty(bySubject(rows, catalogues), "true");
  expect(confirmed.map(({ code }) => code)).toEqual(["system"]);
  expect(withCertainty(bySubject(rows, catalogues), undefined)).toHaveLength(3);
});
