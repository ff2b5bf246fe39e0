import { useState } from "react";
import type { Agency, NextAct } from "@/api/types";
import { ActButton } from "@/ui/ActButton";
import { OpenForm } from "@/ui/forms/OpenForm";
import type { FormSpec } from "@/ui/forms/spec";
import { useActLabel } from "@/ui/forms/words";

const renameForm: FormSpec = {
  act: "agency.rename",
  collection: "agencies",
  method: "act",
  word: "rename",
  intro: "rename.intro",
  reason: "asked",
  fields: [
    { name: "name", type: "text", required: true, label: "rename.name" },
    { name: "name_en", type: "text" },
    { name: "from_on", type: "day", required: true, label: "rename.from" },
  ],
};

/** Another name from a day on, for whoever the server lets give it. */
export function Rename({ agency, acts }: { agency: Agency; acts: readonly NextAct[] }) {
  const actLabel = useActLabel();
  const [open, setOpen] = useState(false);
  const act = acts.find((each) => each.act === renameForm.act);
  if (!act) return null;
  return (
    <>
      <ActButton act={act} size="compact-xs" variant="subtle" onClick={() => setOpen(true)}>
        {actLabel(renameForm)}
      </ActButton>
      {open && (
        <OpenForm
          spec={renameForm}
          // The address of an agency is its code.
          target={{ ...agency, id: agency.code }}
          parents={{}}
          onClose={() => setOpen(false)}
        />
      )}
    </>
  );
}
