import type { LinkProps } from "@tanstack/react-router";
import type { components } from "@/api/schema";

type Fault = components["schemas"]["FaultRow"];

/** Which part of an agency's file lifts a fault of the agency as a whole. */
const tabs: Record<string, string> = { heirs_to_declare: "proofs", agencies_without_data: "plan" };

/** The page on which the fault of a row is mended. */
export function mendedAt(check: string, { object, agency }: Fault): LinkProps {
  if (check === "agencies_without_accounts" && agency)
    return { to: "/accounts", search: { agency: [agency.code] } };
  if (object.startsWith("agency:") && agency)
    return {
      to: "/agencies/$code",
      params: { code: agency.code },
      search: { tab: tabs[check] },
    };
  return { to: "/records/$object", params: { object } };
}
