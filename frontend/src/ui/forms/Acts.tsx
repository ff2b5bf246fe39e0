import { useNavigate, useSearch } from "@tanstack/react-router";
import { useTranslation } from "react-i18next";
import type { NextAct } from "@/api/types";
import { ActButton } from "../ActButton";
import styles from "./forms.module.css";
import { hiddenFrom } from "./hidden";
import { OpenForm } from "./OpenForm";
import type { FormSpec, Parents } from "./spec";
import { useActLabel } from "./words";

type Props = {
  /** next_acts of the records that the new ones are hung on. */
  acts: readonly NextAct[];
  forms: readonly FormSpec[];
  parents: Parents;
  onTaken?: (answer: unknown) => void;
};

/** The acts that may be done here; the opened one stands in the address, so that a link opens it. */
export function Acts({ acts, forms, parents, onTaken }: Props) {
  const { t } = useTranslation();
  const actLabel = useActLabel();
  const navigate = useNavigate();
  const { act: asked } = useSearch({ strict: false }) as { act?: string };
  const open = (act: string | undefined) =>
    void navigate({ to: ".", search: (old) => ({ ...old, act }), resetScroll: false });
  const shown = forms.flatMap((spec) => {
    const act = acts.find((each) => each.act === spec.act);
    return act && !hiddenFrom(act) ? [{ spec, act }] : [];
  });
  if (shown.length === 0) return null;
  const keyOf = (spec: FormSpec) => (spec.label ? `${spec.act}~${spec.collection}` : spec.act);
  const opened = shown.find(({ spec, act }) => keyOf(spec) === asked && act.allowed);
  return (
    <fieldset className={`${styles.acts} screen-only`} aria-label={t("form.acts")}>
      {shown.map(({ spec, act }) => (
        <ActButton
          key={keyOf(spec)}
          act={act}
          size="xs"
          variant="default"
          onClick={() => open(keyOf(spec))}
        >
          {actLabel(spec)}
        </ActButton>
      ))}
      {opened && (
        <OpenForm
          spec={opened.spec}
          parents={parents}
          onClose={() => open(undefined)}
          onTaken={onTaken}
        />
      )}
    </fieldset>
  );
}
