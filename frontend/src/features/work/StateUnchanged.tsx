import { Button } from "@mantine/core";
import { useState } from "react";
import { useTranslation } from "react-i18next";
import { freshKey } from "@/api/client";
import { asProblem } from "@/api/problem";
import { useWrite } from "@/api/records";
import { ProblemNotice } from "@/ui/ProblemNotice";

/** The quarter's one click: what is on record still holds. */
export function StateUnchanged({ code }: { code: string }) {
  const { t } = useTranslation();
  const write = useWrite();
  const [key] = useState(freshKey);
  const state = () =>
    write.mutate({ method: "POST", path: "confirmations", told: { agency: code }, key });
  return (
    <span>
      <Button size="xs" onClick={state} loading={write.isPending}>
        {t("work.unchanged")}
      </Button>
      {write.error && <ProblemNotice problem={asProblem(write.error)} />}
    </span>
  );
}
