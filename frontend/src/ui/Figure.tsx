import type { ReactNode } from "react";
import { useTranslation } from "react-i18next";
import { Sparkline } from "@/charts/Sparkline";
import type { Day } from "@/i18n/days";
import { formatChange, formatDay } from "@/i18n/format";
import styles from "./Figure.module.css";

export type Change = { n: number; since: Day; better: "up" | "down" | "none" };
export type FigureProps = {
  label: string;
  /** The figure as a link to its rows; the whole tile takes the click. */
  figure: (className: string) => ReactNode;
  of?: ReactNode;
  /** Lines that say what the figure is made of; links in them stay their own. */
  note?: ReactNode;
  tone?: "plain" | "due" | "soon" | "late";
  change?: Change;
  /** Twelve month-ends, oldest first. */
  history?: number[];
};

/** One figure of the board: value, its whole, what it is made of, change, twelve months. */
export function Figure({ label, figure, of, note, tone = "plain", change, history }: FigureProps) {
  const { t } = useTranslation();
  const good =
    !change || change.n === 0 || change.better === "none"
      ? "plain"
      : change.n > 0 === (change.better === "up")
        ? "good"
        : "late";
  return (
    <div className={styles.tile}>
      <span className={styles.label}>{label}</span>
      <span className={styles.figure} data-tone={tone}>
        {figure(styles.main ?? "")}
        {of !== undefined && <span className={styles.of}>/{of}</span>}
      </span>
      <span className={styles.note}>{note}</span>
      <span className={styles.foot}>
        <span className={styles.change} data-tone={good}>
          {change && (
            <>
              <strong>{change.n === 0 ? t("figure.same") : formatChange(change.n)}</strong>{" "}
              {t("figure.since", { day: formatDay(change.since) })}
            </>
          )}
        </span>
        {history && history.length > 1 ? (
          <Sparkline values={history} tone={tone} />
        ) : (
          <span className={styles.noHistory} />
        )}
      </span>
    </div>
  );
}
