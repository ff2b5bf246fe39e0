import { Button } from "@mantine/core";
import { useMutation } from "@tanstack/react-query";
import { useState } from "react";
import { useTranslation } from "react-i18next";
import { useLabel } from "@/api/catalogues";
import { freshKey } from "@/api/client";
import { asProblem } from "@/api/problem";
import { get, useWrite, type Writing } from "@/api/records";
import { ProblemNotice } from "@/ui/ProblemNotice";
import type { WorkLine } from "./queries";

type Call = Omit<Writing, "key">;
type Row = { row_version: number };

/** Acts that ask nothing of their person: what is written when the button is pressed. */
const acts: Record<string, (line: WorkLine) => Promise<Call>> = {
  "confirmation.record": async ({ agency }) => ({
    method: "POST",
    path: "confirmations",
    told: { agency: agency?.code },
  }),
  "request.accept": async ({ object }) => {
    const path = `requests/${object.replace(/^enquiry:/, "")}`;
    const { row_version } = await get<Row>(path);
    return { method: "POST", path: `${path}/accept`, told: {}, rowVersion: row_version };
  },
};

export const isOneClick = (act: string): boolean => act in acts;

/** An act that needs no form, done where it waits. */
export function OneClick({ line }: { line: WorkLine }) {
  const { t } = useTranslation();
  const label = useLabel();
  const write = useWrite();
  const [key] = useState(freshKey);
  const doing = useMutation({
    networkMode: "always",
    mutationFn: async () => {
      const call = await acts[line.act]?.(line);
      if (call) await write.mutateAsync({ ...call, key });
    },
  });
  return (
    <span>
      <Button size="xs" onClick={() => doing.mutate()} loading={doing.isPending}>
        {line.act === "confirmation.record" ? t("work.unchanged") : label("acts", line.act)}
      </Button>
      {doing.error && <ProblemNotice problem={asProblem(doing.error)} />}
    </span>
  );
}
