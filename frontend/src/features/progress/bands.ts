import type { TFunction } from "i18next";
import type { Maintained, StageLabel, Summary, TrendPoint } from "@/api/types";
import type { Band, Segment } from "@/charts/StageBar";
import type { TrendColumn } from "@/charts/Trend";

/** Order of the stream, left to right. The catalogue says which stage belongs to which band. */
export const bandOrder = [
  "no_data",
  "preparing",
  "building",
  "audited",
  "proven",
  "trouble",
] as const;
export type BandCode = (typeof bandOrder)[number];
type StageName = (code: string) => string;

/** `not_started` without any fact is "chưa có dữ liệu", counted apart. */
function countOf(
  counts: { stage: string; count: number }[],
  noData: number,
  stage: string,
): number {
  const all = counts.find((each) => each.stage === stage)?.count ?? 0;
  return stage === "not_started" ? Math.max(0, all - noData) : all;
}

/** Proofs apart by maintenance; where that is not told, all are of unknown maintenance. */
export function split(
  code: string,
  label: string,
  count: number,
  by: Maintained | undefined,
  t: TFunction,
): Segment[] {
  const told = by && by.yes + by.no + by.unknown === count ? by : { yes: 0, no: 0, unknown: count };
  return [
    { code, label: t("maintained.stageYes", { stage: label }), count: told.yes },
    { code, label: t("maintained.stageNo", { stage: label }), count: told.no, maintained: "no" },
    {
      code,
      label: t("maintained.stageUnknown", { stage: label }),
      count: told.unknown,
      maintained: "unknown",
    },
  ];
}

export function bandsOf(
  summary: Summary,
  stages: StageLabel[],
  name: StageName,
  t: TFunction,
): Band[] {
  const noData = summary.agencies.no_data;
  return bandOrder.map((band): Band => {
    const label = t(`band.${band}`);
    if (band === "no_data") {
      const only = [{ code: band, label, count: noData }];
      return { code: band, label, folded: only, opened: only, stages: [] };
    }
    const mine = stages.filter((stage) => stage.band === band).map((stage) => stage.code);
    const rows = mine.map((code) => ({
      code,
      label: name(code),
      count: countOf(summary.by_stage, noData, code),
    }));
    const count = rows.reduce((sum, row) => sum + row.count, 0);
    if (band !== "proven") {
      return {
        code: band,
        label,
        folded: [{ code: band, label, count }],
        opened: rows,
        stages: mine,
      };
    }
    const folded = split(band, label, count, summary.proofs.maintained, t).map((part) => ({
      ...part,
      label: t(`maintained.${part.maintained ?? "yes"}`),
    }));
    const opened = rows.flatMap((row) => {
      const by = summary.by_stage.find((each) => each.stage === row.code)?.maintained;
      return split(row.code, row.label, row.count, by, t);
    });
    return { code: band, label, folded, opened, stages: mine };
  });
}

/** Months for the twelve-month picture; the proven stand at the foot of each column. */
export function columnsOf(points: TrendPoint[], stages: StageLabel[], t: TFunction): TrendColumn[] {
  const order: BandCode[] = ["trouble", "no_data", "preparing", "building", "audited", "proven"];
  return points.map((point) => ({
    day: point.day,
    total: point.in_scope,
    slices: order.flatMap((band) => {
      const label = t(`band.${band}`);
      if (band === "no_data") return [{ code: band, label, count: point.no_data ?? 0 }];
      const count = stages
        .filter((stage) => stage.band === band)
        .reduce((sum, stage) => sum + countOf(point.by_stage, point.no_data ?? 0, stage.code), 0);
      return band === "proven"
        ? split(band, label, count, point.proofs.maintained, t).reverse()
        : [{ code: band, label, count }];
    }),
  }));
}

/** /api/v1/progress/agencies?stage=declared → the list page with the same filters; null when there is no page yet. */
export function rowsPage(apiUrl: string | undefined): Record<string, string[]> | null {
  const [path, query = ""] = apiUrl?.split("?") ?? [];
  if (path !== "/api/v1/progress/agencies") return null;
  const found: Record<string, string[]> = {};
  for (const [key, value] of new URLSearchParams(query)) {
    if (key !== "as_of") found[key] = [...(found[key] ?? []), value];
  }
  return found;
}
