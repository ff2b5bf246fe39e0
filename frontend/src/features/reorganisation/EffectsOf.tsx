import { useTranslation } from "react-i18next";
import { useLabel } from "@/api/catalogues";
import { formatDay, formatNumber } from "@/i18n/format";
import { Warnings } from "@/ui/forms/Warnings";
import { type Effects, sentencesOf } from "./pairs";
import styles from "./reorganisation.module.css";

/** What one pair of a reorganisation changes, in sentences with their numbers. */
export function EffectsOf({ told }: { told: Effects }) {
  const { t } = useTranslation();
  const label = useLabel();
  const { predecessor, successor, ends, effective_on, decision } = told;
  const to = successor?.name ?? t("reorganisation.nobody");
  const from = predecessor.name;
  const names = told.moves.map((each) => each.name).join(", ");
  const sentences = sentencesOf(told);
  return (
    <section className={styles.step} aria-label={t("reorganisation.step", { from, to })}>
      <h3>{successor ? t("reorganisation.step", { from, to }) : from}</h3>
      <p className={styles.paper}>
        {[label("succession_kinds", told.kind), formatDay(effective_on), decision]
          .filter(Boolean)
          .join(" · ")}
      </p>
      <ul className={styles.effects}>
        <li>
          {ends
            ? t("effect.ends", { from, day: formatDay(ends.valid_to) })
            : t("effect.endsNobody")}
        </li>
        {sentences.map(({ key, n }) => (
          <li key={key} data-effect={key}>
            {t(key, { n: formatNumber(n), from, to, names })}
          </li>
        ))}
        {sentences.length === 0 && <li>{t("effect.none")}</li>}
        <li>{t("effect.past", { day: formatDay(effective_on) })}</li>
      </ul>
      {told.warnings.length > 0 && (
        <Warnings
          warnings={told.warnings}
          sending={false}
          title={t("effect.warnings")}
          onConfirm={undefined}
        />
      )}
    </section>
  );
}
