import type { LinkProps } from "@tanstack/react-router";
import type { WorkLine } from "./queries";

/** Where in an agency's file the acts on the agency itself are done. */
const tabs: Record<string, string> = {
  "internal_audit.record": "audits",
  "review.record": "years",
  "confirmation.record": "years",
  "declaration.sign": "proofs",
};

/** The page on which a line's one act is done, with its form open where it opens by itself. */
export function doneAt({ act, object, agency }: WorkLine): LinkProps {
  if (act === "account.create" && agency)
    return { to: "/accounts", search: { agency: [agency.code] } };
  const code = agency?.code ?? object.replace(/^agency:/, "");
  if (object.startsWith("agency:"))
    return { to: "/agencies/$code", params: { code }, search: { tab: tabs[act], act } };
  const rollout = /^rollout:(\d+)$/.exec(object);
  if (rollout)
    return {
      to: "/agencies/$code",
      params: { code },
      search: { tab: "plan", rollout: Number(rollout[1]), act },
    };
  return { to: "/records/$object", params: { object } };
}
