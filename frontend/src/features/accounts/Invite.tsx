import { Button } from "@mantine/core";
import { useQueryClient } from "@tanstack/react-query";
import { useState } from "react";
import { useTranslation } from "react-i18next";
import { keys } from "@/api/keys";
import type { Records } from "@/api/records";
import type { Session } from "@/api/types";
import { OpenForm } from "@/ui/forms/OpenForm";
import { ProblemNotice } from "@/ui/ProblemNotice";
import { inviteForm } from "./forms";
import { type LinkAnswer, useNewLink } from "./links";

/** A new account and, at once, the link that its person needs. */
export function Invite({ onLink }: { onLink: (answer: LinkAnswer) => void }) {
  const { t } = useTranslation();
  const user = useQueryClient().getQueryData<Session>(keys.session)?.user;
  const newLink = useNewLink();
  const [open, setOpen] = useState(false);
  const [problem, setProblem] = useState<unknown>(null);
  if (!user?.acts.includes("account.create")) return null;
  return (
    <div className="screen-only">
      <Button size="xs" onClick={() => setOpen(true)}>
        {t("account.invite")}
      </Button>
      {problem !== null && <ProblemNotice problem={problem} />}
      {open && (
        <OpenForm
          spec={inviteForm(user.agency?.code)}
          parents={{}}
          onClose={() => setOpen(false)}
          onTaken={(made) => {
            setOpen(false);
            newLink(made as Records["users"]).then(onLink, setProblem);
          }}
        />
      )}
    </div>
  );
}
