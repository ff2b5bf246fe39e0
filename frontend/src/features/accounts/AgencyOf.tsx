import { Link } from "@tanstack/react-router";
import type { AgencyRef } from "@/api/types";

/** The agency of an account, as the way to its file. */
export function AgencyOf({ agency }: { agency: AgencyRef | null }) {
  if (!agency) return "–";
  return (
    <Link to="/agencies/$code" params={{ code: agency.code }}>
      {agency.name}
    </Link>
  );
}
