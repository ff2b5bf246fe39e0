import { Link } from "@tanstack/react-router";
import { useTranslation } from "react-i18next";
import type { Summary, TrendPoint } from "@/api/types";
import { lastQuarterEnd } from "@/i18n/days";
import { formatNumber, formatShare } from "@/i18n/format";
import { Figure, type FigureProps } from "@/ui/Figure";
import { rowsPage } from "./bands";
import styles from "./Tiles.module.css";

type Tile = Omit<FigureProps, "change" | "history" | "as"> & {
  pointer: string;
  /** Where no list of its own stands behind the figure. */
  rows?: Record<string, string[]>;
  better: "up" | "down" | "none";
  past: (point: TrendPoint) => number;
};

/** Six figures: value, whole, change since the last quarter's end, twelve months, rows behind it. */
export function Tiles({ summary, points }: { summary: Summary; points: TrendPoint[] }) {
  const { t } = useTranslation();
  const { agencies, documents, findings, overdue, proofs } = summary;
  const approved = summary.rates.find((rate) => rate.code === "approved");
  const since = lastQuarterEnd(summary.as_of);
  const before = points.find((point) => point.day === since);

  const tiles: Tile[] = [
    {
      label: t("tile.scope"),
      figure: agencies.in_scope,
      note: t("tile.scopeNote", { other: agencies.outside_scope, noData: agencies.no_data }),
      pointer: "/agencies/in_scope",
      rows: { in_scope: ["true"] },
      better: "none",
      past: (point) => point.in_scope,
    },
    {
      label: t("tile.approved"),
      figure: approved?.numerator ?? 0,
      of: approved?.denominator ?? agencies.in_scope,
      note: t("tile.approvedNote", {
        share: formatShare(approved?.numerator ?? 0, approved?.denominator ?? 0),
        confirmed: formatNumber(approved?.confirmed ?? 0),
      }),
      pointer: "/rates/0/numerator",
      better: "up",
      past: (point) => point.rates.find((rate) => rate.code === "approved")?.numerator ?? 0,
    },
    {
      label: t("tile.documents"),
      figure: documents.in_force,
      of: documents.planned,
      note: t("tile.documentsNote", {
        share: formatShare(documents.in_force, documents.planned),
        n: documents.agencies_without_list,
      }),
      pointer: "/documents/in_force",
      better: "up",
      past: (point) => point.documents.in_force,
    },
    {
      label: t("tile.proofs"),
      figure: proofs.agencies_with_proof,
      of: agencies.in_scope,
      note: t("tile.proofsNote", {
        declared: proofs.declarations_in_force,
        certified: proofs.certificates_in_force,
      }),
      pointer: "/proofs/agencies_with_proof",
      rows: { stage: ["declared", "certified"] },
      better: "up",
      past: (point) => point.proofs.agencies_with_proof,
    },
    {
      label: t("tile.findings"),
      figure: overdue.findings,
      note: t("tile.findingsNote", { open: formatNumber(findings.open) }),
      tone: "late",
      pointer: "/overdue/findings",
      rows: { flag: ["overdue"] },
      better: "down",
      past: (point) => point.findings.overdue,
    },
    {
      label: t("tile.expiring"),
      figure: proofs.expiring_90_days,
      note: t("tile.expiringNote"),
      tone: "due",
      pointer: "/proofs/expiring_90_days",
      better: "none",
      past: (point) => point.proofs.expiring_90_days,
    },
  ];

  return (
    <div className={styles.tiles}>
      {tiles.map(({ pointer, rows, better, past, ...tile }) => {
        const search = rowsPage(summary.lists[pointer]) ?? rows;
        return (
          <Figure
            key={pointer}
            {...tile}
            change={before && { n: tile.figure - past(before), since, better }}
            history={points.map(past)}
            as={
              search
                ? (parts) => <Link to="/agencies" search={search as object} {...parts} />
                : undefined
            }
          />
        );
      })}
    </div>
  );
}
