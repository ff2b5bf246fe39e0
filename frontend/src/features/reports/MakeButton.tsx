import { Button } from "@mantine/core";
import { useQueryClient } from "@tanstack/react-query";
import { useNavigate } from "@tanstack/react-router";
import { useRef, useState } from "react";
import { useTranslation } from "react-i18next";
import { freshKey } from "@/api/client";
import { keys } from "@/api/keys";
import { useMay, useWrite } from "@/api/records";
import type { Session } from "@/api/types";
import { todayHere } from "@/i18n/days";
import { useAsOf } from "@/ui/address";
import { ProblemNotice } from "@/ui/ProblemNotice";
import type { Report } from "./queries";

type Props = { of: { kind: "agency"; agency: string } | { kind: "brief" } };

/** One click: the report of the day shown is made and opened. */
export function MakeButton({ of }: Props) {
  const { t } = useTranslation();
  const may = useMay();
  const navigate = useNavigate();
  const write = useWrite();
  const asOf = useAsOf();
  const key = useRef(freshKey());
  const [problem, setProblem] = useState<unknown>(null);
  const home = useQueryClient().getQueryData<Session>(keys.session)?.user?.agency?.code;
  // An account of one agency makes the reports of that agency alone.
  const others = home !== undefined && (of.kind !== "agency" || of.agency !== home);
  if (!may("report.make") || others) return null;
  const make = () => {
    setProblem(null);
    write.mutate(
      {
        method: "POST",
        path: "reports",
        told: { ...of, day: asOf ?? todayHere() },
        key: key.current,
      },
      {
        onSuccess: (made) =>
          void navigate({ to: "/reports/$id", params: { id: String((made as Report).id) } }),
        onError: setProblem,
        onSettled: () => {
          key.current = freshKey();
        },
      },
    );
  };
  return (
    <>
      <Button variant="default" size="sm" loading={write.isPending} onClick={make}>
        {t(of.kind === "agency" ? "report.ofAgency" : "report.brief")}
      </Button>
      {problem !== null && <ProblemNotice problem={problem} />}
    </>
  );
}
