/** What a workbook may hold. */
export const kinds = [
  "documents",
  "findings",
  "plans",
  "proofs",
  "admin-procedures",
  "agencies",
] as const;

/** The rows on record as a workbook: to be filled in and sent back. */
export function templateOf(kind: string, agency: string | null): string {
  const whose = agency ? `?agency=${encodeURIComponent(agency)}` : "";
  return `/api/v1/imports/templates/${kind}.xlsx${whose}`;
}
