import type { AgencyRef } from "@/api/types";
import type { Parents, RecordSpec, Target } from "./spec";

/** What a new record is hung on when it is made from another one. */
export function parentsFrom(
  { collection }: Pick<RecordSpec, "collection">,
  record: Target,
): Parents {
  const { rollout, agency, audit } = record as {
    rollout?: number;
    agency?: AgencyRef;
    audit?: number;
  };
  return { rollout, agency: agency?.code, audit, [collection.replace(/s$/, "")]: record.id };
}

/** "corrective-actions", 3 → "correctiveaction:3", as the trail and the comments name a record. */
export const objectOf = (collection: string, id: number | string): string =>
  collection === "requests"
    ? `enquiry:${id}`
    : `${collection.replaceAll("-", "").replace(/s$/, "")}:${id}`;
