import { useTranslation } from "react-i18next";
import type { Operations } from "@/api/types";
import { formatMoment, formatNumber } from "@/i18n/format";
import type { HouseKey } from "@/i18n/vi.house";
import { Panel } from "@/ui/Panel";
import { ToneTag } from "@/ui/Tag";
import styles from "./State.module.css";

const OLD = 36 * 3600;

/** Backup, conditions, restorations: three panels, what is bad in words and not in colour alone. */
export function State({ told }: { told: Operations }) {
  const { t } = useTranslation();
  const { backup, checks, restorations } = told;
  return (
    <>
      <Panel
        title={t("operations.backup")}
        note={backup && backup.age_seconds > OLD && t("operations.old")}
      >
        {backup ? (
          <dl className={styles.rows}>
            <dt>{t("operations.verified")}</dt>
            <dd>{backup.name}</dd>
            <dt>{t("operations.taken")}</dt>
            <dd>{formatMoment(backup.taken_at)}</dd>
            <dt>{t("operations.age")}</dt>
            <dd>
              {t("operations.hours", { n: formatNumber(Math.floor(backup.age_seconds / 3600)) })}
            </dd>
            <dt>{t("operations.second")}</dt>
            <dd>{t(backup.second_place ? "operations.secondYes" : "operations.secondNo")}</dd>
          </dl>
        ) : (
          <p>{t("operations.none")}</p>
        )}
      </Panel>
      <Panel title={t("operations.checks")}>
        <dl className={styles.rows}>
          {checks.map(({ check, said }) => (
            <div key={check} className={styles.row}>
              <dt>{t(`operations.check.${check}` as HouseKey)}</dt>
              <dd>{said === "ok" ? t("operations.ok") : <ToneTag tone="late" text={said} />}</dd>
            </div>
          ))}
        </dl>
      </Panel>
      <Panel title={t("operations.restorations")}>
        {restorations.length === 0 && <p>{t("operations.never")}</p>}
        {restorations.map(({ restored_at, data_until }) => (
          <p key={restored_at}>
            {t("operations.restored", {
              at: formatMoment(restored_at),
              until: formatMoment(data_until),
            })}
          </p>
        ))}
      </Panel>
    </>
  );
}
