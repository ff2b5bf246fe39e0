import type { ReactNode } from "react";
import { useTranslation } from "react-i18next";
import { Sparkline } from "@/charts/Sparkline";
import type { Day } from "@/i18n/days";
import { formatChange, formatDay, formatNumber } from "@/i18n/format";
import styles from "./Figure.module.css";

export type FigureProps = {
  label: string;
  figure: number;
  of?: number;
  note?: ReactNode;
  tone?: "plain" | "due" | "soon" | "late";
  change?: { n: number; since: Day; better: "up" | "down" | "none" };
  /** Twelve month-ends, oldest first. */
  history?: number[];
  /** Wraps the tile in a link to the rows behind the figure. */
  as?: (props: { className: string; children: ReactNode }) => ReactNode;
};

/** One figure of the board: value, its whole, what it is made of, change, twelve months. */
export function Figure({
  label,
  figure,
  of,
  note,
  tone = "plain",
  change,
  history,
  as,
}: FigureProps) {
  const { t } = useTranslation();
  const good =
    !change || change.n === 0 || change.better === "none"
      ? "plain"
      : change.n > 0 === (change.better === "up")
        ? "good"
        : "late";
  const children = (
    <>
      <span className={styles.label}>{label}</span>
      <span className={styles.figure} data-tone={figure === 0 ? "plain" : tone}>
        {formatNumber(figure)}
        {of !== undefined && <span className={styles.of}>/{formatNumber(of)}</span>}
      </span>
      <span className={styles.note}>{note}</span>
      <span className={styles.foot}>
        <span className={styles.change} data-tone={good}>
          {change && (
            <>
              <strong>{formatChange(change.n)}</strong>{" "}
              {t("figure.since", { day: formatDay(change.since) })}
            </>
          )}
        </span>
        {history && history.length > 1 && <Sparkline values={history} tone={tone} />}
      </span>
    </>
  );
  return as ? (
    as({ className: styles.tile ?? "", children })
  ) : (
    <div className={styles.tile}>{children}</div>
  );
}
