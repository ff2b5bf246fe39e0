import type { TFunction } from "i18next";
import type { Maintained, StageLabel, Summary, TrendPoint } from "@/api/provisional";
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

function split(
  code: string,
  label: string,
  count: number,
  by: Maintained | undefined,
  t: TFunction,
): Segment[] {
  if (!by || by.yes + by.no + by.unknown !== count) return [{ code, label, count }];
  const parts: Segment[] = [
    { code, label: t("maintained.stageYes", { stage: label }), count: by.yes },
    { code, label: t("maintained.stageNo", { stage: label }), count: by.no, maintained: "no" },
    {
      code,
      label: t("maintained.stageUnknown", { stage: label }),
      count: by.unknown,
      maintained: "unknown",
    },
  ];
  return parts.filter((part) => part.count > 0 || part.maintained === undefined);
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
    const opened = mine.flatMap((code) => {
      const by = summary.by_stage.find((each) => each.stage === code)?.maintained;
      return split(code, name(code), countOf(summary.by_stage, noData, code), by, t);
    });
    const count = opened.reduce((sum, each) => sum + each.count, 0);
    const folded =
      band === "proven" && count > 0
        ? split(band, label, count, summary.proofs.maintained, t).map((part) => ({
            ...part,
            label: part.maintained ? t(`maintained.${part.maintained}`) : t("maintained.yes"),
          }))
        : [{ code: band, label, count }];
    return { code: band, label, folded, opened, stages: mine };
  });
}

/** Months for the twelve-month picture; the proven stand at the foot of each column. */
export function columnsOf(points: TrendPoint[], stages: StageLabel[], t: TFunction): TrendColumn[] {
  const order: BandCode[] = ["trouble", "no_data", "preparing", "building", "audited", "proven"];
  return points.map((point) => ({
    day: point.day,
    total: point.in_scope,
    slices: order.map((band) => ({
      code: band,
      label: t(`band.${band}`),
      count:
        band === "no_data"
          ? (point.no_data ?? 0)
          : stages
              .filter((stage) => stage.band === band)
              .reduce(
                (sum, stage) => sum + countOf(point.by_stage, point.no_data ?? 0, stage.code),
                0,
              ),
    })),
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
