import { useQuery } from "@tanstack/react-query";
import { get } from "@/api/records";
import type { Page } from "@/api/types";
import type { Row } from "./entries";

/** The trail of an agency and of everything below it, newest first. */
export function useHistory(code: string) {
  return useQuery({
    queryKey: ["records", "history", code],
    queryFn: () => get<Page<Row>>("history", { object: `agency:${code}`, limit: 500 }),
  });
}
