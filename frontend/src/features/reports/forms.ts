import { type Day, todayHere } from "@/i18n/days";
import { halfOf, periodName, recentPeriods, spanOf } from "@/i18n/periods";
import type { FieldSpec, FormSpec, RecordSpec } from "@/ui/forms/spec";
import type { ReportDetail } from "./queries";

const make = (rest: Partial<FormSpec>): FormSpec => ({
  act: "report.make",
  collection: "reports",
  method: "add",
  reason: "never",
  intro: "report.makeIntro",
  fields: [],
  ...rest,
});
const dayOf = (day: Day): FieldSpec => ({
  name: "day",
  type: "day",
  required: true,
  initial: { date: day, precision: "day" },
  label: "report.day",
});

export const agencyForm = (home: string | undefined, day: Day): FormSpec =>
  make({
    fixed: { kind: "agency" },
    label: "report.makeAgency",
    fields: [{ name: "agency", type: "agency", required: true, initial: home }, dayOf(day)],
  });

export const briefForm = (day: Day): FormSpec =>
  make({ fixed: { kind: "brief" }, label: "report.makeBrief", fields: [dayOf(day)] });

type Told = { period?: string; day?: Day } & Record<string, unknown>;

/** The period as the server takes it; its last day, or today while it runs, unless a day is told. */
export function withPeriod({ period, day, ...rest }: Told, today: Day = todayHere()) {
  if (!period) return { ...rest, day };
  const { from, to } = spanOf(period);
  const last = to < today ? to : today;
  return { ...rest, period: { from, to, label: periodName(period, "vi") }, day: day ?? last };
}

export const provinceForm = (day: Day): FormSpec =>
  make({
    fixed: { kind: "province" },
    label: "report.makeProvince",
    intro: "report.provinceIntro",
    fields: [
      // First, because a list of choices that takes the focus opens over the buttons.
      { name: "day", type: "day", label: "report.day", hint: "report.dayHint" },
      {
        name: "period",
        type: "choice",
        of: recentPeriods,
        required: true,
        initial: halfOf(day),
        label: "report.period",
      },
    ],
    shape: withPeriod,
    at: (pointer) => pointer.replace(/^\/period\/.*$/, "/period"),
  });

/** An old report of the province as it was printed. */
export const printedForm: FormSpec = {
  act: "report.enter_printed",
  collection: "reports",
  method: "add",
  word: "printed",
  reason: "asked",
  intro: "report.enterIntro",
  label: "report.enterPrinted",
  fields: [
    { name: "number", type: "text" },
    { name: "signed_on", type: "day", label: "report.paperSigned" },
    {
      name: "period.label",
      type: "text",
      required: true,
      label: "period.label",
    },
    { name: "period.from", type: "day", required: true, label: "period.from" },
    { name: "period.to", type: "day", required: true, label: "period.to" },
    { name: "day", type: "day", required: true, label: "report.day" },
    {
      name: "groups",
      type: "lines",
      required: true,
      label: "report.paperGroups",
      grid: true,
      open: true,
      of: [
        { name: "kind", type: "choice", of: "agency_kinds", required: true, label: "report.group" },
        { name: "total", type: "whole", required: true },
        { name: "approved", type: "whole", required: true },
        { name: "documented", type: "whole", required: true },
        { name: "declared", type: "whole", required: true },
        { name: "certified", type: "whole", required: true },
      ],
    },
  ],
};

type Parts = Record<string, { text?: string }>;

/** The report's own texts, named by the server; what was changed goes back by its code. */
export function textsForm({ parts }: Pick<ReportDetail, "parts">): FormSpec {
  return {
    act: "report.edit_text",
    collection: "reports",
    method: "correct",
    intro: "report.editIntro",
    fields: parts.map(({ label }, i) => ({ name: `parts.${i}.text`, type: "long", text: label })),
    shape: (told) => ({
      ...told,
      parts: Object.fromEntries(
        Object.entries((told.parts ?? {}) as Parts).map(([i, { text }]) => [
          parts[Number(i)]?.code,
          text ?? "",
        ]),
      ),
    }),
  };
}

export const reportRecord = (report: ReportDetail): RecordSpec => ({
  collection: "reports",
  acts: [
    textsForm(report),
    {
      act: "report.make_again",
      collection: "reports",
      method: "act",
      word: "make_again",
      intro: "report.makeAgainIntro",
      reason: "never",
      fields: [],
    },
    {
      act: "report.sign_off",
      collection: "reports",
      method: "act",
      word: "sign_off",
      intro: "report.signOffIntro",
      fields: [],
    },
  ],
});
