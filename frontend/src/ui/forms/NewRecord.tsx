import { Button } from "@mantine/core";
import { useState } from "react";
import { useMay } from "@/api/records";
import { OpenForm } from "./OpenForm";
import type { FormSpec } from "./spec";
import { useActLabel } from "./words";

/** The button for a new row, for whoever may write one. */
export function NewRecord({ spec, variant }: { spec: FormSpec; variant?: "default" }) {
  const may = useMay();
  const actLabel = useActLabel();
  const [open, setOpen] = useState(false);
  if (!may(spec.act)) return null;
  return (
    <>
      <Button size="xs" variant={variant} className="screen-only" onClick={() => setOpen(true)}>
        {actLabel(spec)}
      </Button>
      {open && <OpenForm spec={spec} parents={{}} onClose={() => setOpen(false)} />}
    </>
  );
}
