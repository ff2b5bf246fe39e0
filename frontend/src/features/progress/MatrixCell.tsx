import { useTranslation } from "react-i18next";
import { useLabel } from "@/api/catalogues";
import type { AgencyRow } from "@/api/types";
import { formatDay, formatNumber } from "@/i18n/format";
import { StageTag } from "@/ui/StageTag";
import styles from "./AgencyMatrix.module.css";
import type { Step } from "./matrix";

const proofs = ["declared", "certified"];

/** One stage of one agency: the day it was reached and the days spent there. */
export function MatrixCell({ step, maintained }: { step: Step; maintained: string }) {
  const { t } = useTranslation();
  const label = useLabel();
  if (!step.passed) return <td className={styles.none}>–</td>;
  const kept = step.current && proofs.includes(step.stage) ? maintained : undefined;
  const days = step.days === null ? "" : t("matrix.days", { n: formatNumber(step.days) });
  return (
    <td className={styles.cell}>
      <div
        className={styles.tint}
        data-stage={step.stage}
        data-maintained={kept}
        data-here={step.current || undefined}
        title={`${label("stages", step.stage)}: ${formatDay(step.on)} ${days}`}
      >
        <span>{step.on ? formatDay(step.on) : t("matrix.unknownDay")}</span>
        {days && <small>{days}</small>}
      </div>
    </td>
  );
}

/** In words what the columns cannot show: no data, trouble, a proof that is not maintained. */
export function MatrixNow({ row, outside }: { row: AgencyRow; outside: boolean }) {
  const proven = proofs.includes(row.stage) && row.maintained !== "yes";
  if (!outside && !proven) return null;
  return (
    <span className={styles.now}>
      <StageTag
        stage={row.stage}
        noData={row.flags.includes("no_data")}
        maintained={row.maintained}
      />
    </span>
  );
}
