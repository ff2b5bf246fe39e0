import { useTranslation } from "react-i18next";
import { useCatalogues, useLabel, useStages } from "@/api/catalogues";
import type { Summary } from "@/api/types";
import { HeatTable } from "@/charts/HeatTable";
import { formatNumber } from "@/i18n/format";
import { agenciesIn } from "@/ui/behind";
import { RowsLink } from "@/ui/RowsLink";
import { split } from "./bands";

/** Kind × stage, in the order of the ladder; only stages in which an agency stands. */
export function KindHeat({ summary }: { summary: Summary }) {
  const { t } = useTranslation();
  const label = useLabel();
  const stages = useStages();
  const order = (useCatalogues().data?.agency_kinds ?? []).map((kind) => kind.code);
  const cells = summary.by_kind_stage;

  const ladder = [{ code: "no_data", band: "no_data" }, ...stages];
  const columns = ladder
    .filter((stage) => cells.some((cell) => cell.stage === stage.code && cell.count > 0))
    .map((stage) => ({
      code: stage.code,
      band: stage.band,
      label: stage.code === "no_data" ? t("band.no_data") : label("stages", stage.code),
    }));
  const partsOf = (kind: string, column: (typeof columns)[number]) => {
    const mine = cells.filter((cell) => cell.kind === kind && cell.stage === column.code);
    const of = (kept: string) => mine.find((cell) => cell.maintained === kept)?.count ?? 0;
    return column.band === "proven"
      ? split(
          column.code,
          column.label,
          { yes: of("yes"), no: of("no"), unknown: of("unknown") },
          t,
        )
      : [{ count: of(""), label: column.label }];
  };
  const rows = Object.entries(summary.agencies.by_kind)
    .filter(([, total]) => total > 0)
    .sort(([a], [b]) => order.indexOf(a) - order.indexOf(b))
    .map(([code, total]) => ({
      code,
      total,
      label: label("agency_kinds", code),
      counts: Object.fromEntries(columns.map((column) => [column.code, partsOf(code, column)])),
    }));

  return (
    <HeatTable
      columns={columns}
      rows={rows}
      caption={t("heat.caption")}
      total={(row) => (
        <RowsLink
          list={summary.lists[`/agencies/by_kind/${row.code}`]}
          count={row.total}
          label={`${row.label}: ${formatNumber(row.total)}`}
        >
          {formatNumber(row.total)}
        </RowsLink>
      )}
      link={({ row, column, part, label: name, ...parts }) => (
        <RowsLink
          list={agenciesIn([column], row, part.maintained)}
          count={part.count}
          label={name}
          {...parts}
        />
      )}
    />
  );
}
