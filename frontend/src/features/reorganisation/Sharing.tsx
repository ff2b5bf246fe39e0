import { Select } from "@mantine/core";
import { useTranslation } from "react-i18next";
import { useAgencies } from "@/ui/AgenciesPicker";
import sheet from "@/ui/forms/forms.module.css";
import type { Reorganisation } from "./useReorganisation";

const kinds = ["rollouts", "tasks"] as const;

/** Where the server asks for it: which heir takes which rollout and task. */
export function Sharing({ life, id }: { life: Reorganisation; id: string }) {
  const { choices, shares, give, form } = life;
  const { t } = useTranslation();
  const heirs = form.getValues().successors as string[];
  const named = useAgencies(heirs);
  const all = Object.values(choices).flatMap((held) =>
    kinds.flatMap((kind) => held[kind].map((row) => ({ kind, ...row, key: `${kind}:${row.id}` }))),
  );
  if (all.length === 0) return null;
  return (
    <fieldset id={id} tabIndex={-1} className={sheet.lines}>
      <legend>{t("reorganisation.shares")}</legend>
      <p className={sheet.note}>{t("reorganisation.sharesHint")}</p>
      {all.map(({ key, kind, label }) => (
        <Select
          key={key}
          label={t(`reorganisation.shareOf.${kind}`, { label })}
          clearable
          data={named.map(({ code, name }) => ({ value: code, label: name }))}
          value={shares[key] ?? null}
          onChange={(heir) => give(key, heir ?? "")}
        />
      ))}
    </fieldset>
  );
}
