import help from "./help.json";

type Sections = typeof help;
type FieldOf<S> = S extends { fields: infer F } ? keyof F : never;
/** Keys of the one source of help texts: the guide's page of fields is written from it too. */
export type HelpKey = `help.${FieldOf<Sections[keyof Sections]> & string}`;

/** What stands below the fields of forms, in one language. */
export function helpIn(language: "vi" | "en"): Record<HelpKey, string> {
  const entries = Object.values(help).flatMap(({ fields }) =>
    Object.entries(fields as Record<string, { vi: string; en: string }>).map(
      ([name, text]) => [`help.${name}`, text[language]] as const,
    ),
  );
  return Object.fromEntries(entries) as Record<HelpKey, string>;
}
