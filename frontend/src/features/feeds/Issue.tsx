import { Button } from "@mantine/core";
import { useState } from "react";
import { useMay } from "@/api/records";
import { OpenForm } from "@/ui/forms/OpenForm";
import type { FormSpec } from "@/ui/forms/spec";
import { useActLabel } from "@/ui/forms/words";
import { issueForm } from "./forms";
import type { Issued } from "./Token";

/** Gives somebody a token. */
export function Issue({ onIssued }: { onIssued: (issued: Issued) => void }) {
  const may = useMay();
  const actLabel = useActLabel();
  const [spec, setSpec] = useState<FormSpec | null>(null);
  if (!may("feed_client.issue")) return null;
  return (
    <>
      <Button size="xs" onClick={() => setSpec(issueForm())}>
        {actLabel({ act: "feed_client.issue" })}
      </Button>
      {spec && (
        <OpenForm
          spec={spec}
          parents={{}}
          onClose={() => setSpec(null)}
          onTaken={(made) => {
            setSpec(null);
            onIssued(made as Issued);
          }}
        />
      )}
    </>
  );
}
