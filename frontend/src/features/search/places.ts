import type { LinkProps } from "@tanstack/react-router";
import type { Hit } from "./queries";

/** The page on which a hit is looked at; records by their name in the trail. */
export function placeOfHit({ kind, id, agency }: Pick<Hit, "kind" | "id" | "agency">): LinkProps {
  if (kind === "agency" && agency) return { to: "/agencies/$code", params: { code: agency.code } };
  return { to: "/records/$object", params: { object: `${kind.replaceAll("_", "")}:${id}` } };
}
