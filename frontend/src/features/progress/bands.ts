import type { TFunction } from "i18next";
import type { Maintained, StageLabel, Summary, TrendPoint } from "@/api/types";
import type { Band, Segment } from "@/charts/StageBar";
import type { TrendColumn, TrendSlice } from "@/charts/Trend";

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
export const maintenance = ["yes", "no", "unknown"] as const;

type Cells = Summary["by_kind_stage"];
const sum = (cells: Cells, stage: string, maintained?: string) =>
  cells
    .filter((cell) => cell.stage === stage && (!maintained || cell.maintained === maintained))
    .reduce((n, cell) => n + cell.count, 0);

const stageKey = {
  yes: "maintained.stageYes",
  no: "maintained.stageNo",
  unknown: "maintained.stageUnknown",
} as const;

/** Agencies with a proof, apart by maintenance: in numbers, words and tints that differ. */
export function split(code: string, label: string, by: Maintained, t: TFunction): Segment[] {
  return maintenance.map((maintained) => ({
    code,
    label: t(stageKey[maintained], { stage: label }),
    count: by[maintained],
    maintained,
    cells: [code],
  }));
}

/** The stream out of kind × stage × maintenance, where `no_data` is a cell of its own. */
export function bandsOf(
  cells: Cells,
  stages: StageLabel[],
  name: (code: string) => string,
  t: TFunction,
): Band[] {
  return bandOrder.map((band): Band => {
    const label = t(`band.${band}`);
    const mine =
      band === "no_data"
        ? [band]
        : stages.filter((stage) => stage.band === band).map((stage) => stage.code);
    const called = (code: string) => (code === "no_data" ? label : name(code));
    if (band === "proven") {
      const kept = (code: string): Maintained => ({
        yes: sum(cells, code, "yes"),
        no: sum(cells, code, "no"),
        unknown: sum(cells, code, "unknown"),
      });
      const folded = maintenance.map((maintained) => ({
        code: band,
        label: t(`maintained.${maintained}`),
        count: mine.reduce((n, code) => n + kept(code)[maintained], 0),
        maintained,
        cells: mine,
      }));
      const opened = mine.flatMap((code) => split(code, called(code), kept(code), t));
      return { code: band, label, cells: mine, folded, opened };
    }
    const opened = mine.map((code) => ({
      code,
      label: called(code),
      count: sum(cells, code),
      cells: [code],
    }));
    const count = opened.reduce((n, each) => n + each.count, 0);
    return {
      code: band,
      label,
      cells: mine,
      folded: [{ code: band, label, count, cells: mine }],
      opened,
    };
  });
}

/** Months for the twelve-month picture; the proven stand at the foot of each column. */
export function columnsOf(points: TrendPoint[], stages: StageLabel[], t: TFunction): TrendColumn[] {
  const order: BandCode[] = ["trouble", "no_data", "preparing", "building", "audited", "proven"];
  return points.map((point) => {
    const rows = (band: BandCode) =>
      point.by_stage.filter((row) =>
        stages.some((stage) => stage.band === band && stage.code === row.stage),
      );
    return {
      day: point.day,
      total: point.in_scope,
      slices: order.flatMap((band): TrendSlice[] => {
        const label = t(`band.${band}`);
        if (band === "no_data") return [{ code: band, label, count: point.no_data }];
        if (band === "proven") {
          return split(band, label, point.proofs.maintained, t).reverse();
        }
        const count = rows(band).reduce((n, row) => n + row.count, 0);
        // The server counts agencies without any fact among the not started; here they are apart.
        return [{ code: band, label, count: band === "preparing" ? count - point.no_data : count }];
      }),
    };
  });
}
