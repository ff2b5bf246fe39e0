import { useTranslation } from "react-i18next";
import type { Rate, Summary, Trend, TrendPoint } from "@/api/types";
import { formatNumber } from "@/i18n/format";
import { Figure } from "@/ui/Figure";
import { RowsLink } from "@/ui/RowsLink";
import { TileNote } from "./TileNote";
import styles from "./Tiles.module.css";

type Tile = {
  code: "scope" | "approved" | "documents" | "proofs" | "findings" | "expiring";
  at: string;
  figure: number;
  of?: { n: number; at: string };
  tone?: "late" | "soon";
  better: "up" | "down" | "none";
  past: (point: TrendPoint) => number;
};

const approvedOf = (rates: Rate[]) => rates.find((rate) => rate.code === "approved");

function tilesOf(summary: Summary): Tile[] {
  const { agencies, documents, overdue, proofs } = summary;
  const scope = { n: agencies.in_scope, at: "/agencies/in_scope" };
  return [
    {
      code: "scope",
      at: scope.at,
      figure: scope.n,
      better: "none",
      past: (point) => point.in_scope,
    },
    {
      code: "approved",
      at: "/rates/0/numerator",
      figure: approvedOf(summary.rates)?.numerator ?? 0,
      of: { n: approvedOf(summary.rates)?.denominator ?? scope.n, at: "/rates/0/denominator" },
      better: "up",
      past: (point) => approvedOf(point.rates)?.numerator ?? 0,
    },
    {
      code: "documents",
      at: "/documents/in_force",
      figure: documents.in_force,
      of: { n: documents.planned, at: "/documents/planned" },
      better: "up",
      past: (point) => point.documents.in_force,
    },
    {
      code: "proofs",
      at: "/proofs/agencies_with_proof",
      figure: proofs.agencies_with_proof,
      of: scope,
      better: "up",
      past: (point) => point.proofs.agencies_with_proof,
    },
    {
      code: "findings",
      at: "/overdue/findings",
      figure: overdue.findings,
      tone: "late",
      better: "down",
      past: (point) => point.findings.overdue,
    },
    {
      code: "expiring",
      at: "/proofs/expiring_90_days",
      figure: proofs.expiring_90_days,
      tone: "soon",
      better: "none",
      past: (point) => point.proofs.expiring_90_days,
    },
  ];
}

/** Six figures: value, whole, change since the last quarter's end, twelve months, rows behind it. */
export function Tiles({ summary, trend }: { summary: Summary; trend: Trend | undefined }) {
  const { t } = useTranslation();
  const { lists } = summary;
  return (
    <div className={styles.tiles}>
      {tilesOf(summary).map(({ code, at, figure, of, tone, better, past }) => (
        <Figure
          key={code}
          label={t(`tile.${code}`)}
          figure={(className) => (
            <RowsLink
              list={lists[at]}
              count={figure}
              className={className}
              label={`${t(`tile.${code}`)}: ${formatNumber(figure)}`}
            >
              {formatNumber(figure)}
            </RowsLink>
          )}
          of={
            of && (
              <RowsLink list={lists[of.at]} count={of.n}>
                {formatNumber(of.n)}
              </RowsLink>
            )
          }
          note={<TileNote code={code} summary={summary} />}
          tone={figure > 0 ? tone : undefined}
          change={
            trend && {
              n: figure - past(trend.quarter_end),
              since: trend.quarter_end.day,
              better,
            }
          }
          history={trend?.points.map(past)}
        />
      ))}
    </div>
  );
}
