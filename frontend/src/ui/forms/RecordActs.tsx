import { useState } from "react";
import { useRecord } from "@/api/records";
import { ActButton } from "../ActButton";
import styles from "./forms.module.css";
import { hiddenFrom } from "./hidden";
import { OpenForm } from "./OpenForm";
import { parentsFrom } from "./parents";
import type { FormSpec, RecordSpec, Target } from "./spec";
import { useActLabel } from "./words";

type Props = { id: number; spec: RecordSpec };

/** The acts of a record that somebody is waiting for, as buttons in the open; the rest stays in "⋯". */
export function RecordActs({ id, spec }: Props) {
  const actLabel = useActLabel();
  const [doing, setDoing] = useState<FormSpec | null>(null);
  const { data } = useRecord(spec.collection, id);
  if (!data) return null;
  const shown = (spec.acts ?? []).flatMap((form) => {
    const act = data.next_acts.find((each) => each.act === form.act);
    return act && !hiddenFrom(act) ? [{ form, act }] : [];
  });
  return (
    <span className={`${styles.recordActs} screen-only`}>
      {shown.map(({ form, act }) => (
        <ActButton
          key={`${form.act}${form.label ?? ""}`}
          act={act}
          size="compact-xs"
          variant="default"
          onClick={() => setDoing(form)}
        >
          {actLabel(form)}
        </ActButton>
      ))}
      {doing && (
        <OpenForm
          spec={doing}
          target={data as unknown as Target}
          parents={parentsFrom(spec, data as unknown as Target)}
          onClose={() => setDoing(null)}
        />
      )}
    </span>
  );
}
