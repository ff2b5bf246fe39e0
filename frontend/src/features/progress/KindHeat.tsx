import { Link } from "@tanstack/react-router";
import { useTranslation } from "react-i18next";
import { useCatalogues, useLabel, useStages } from "@/api/catalogues";
import type { Summary } from "@/api/types";
import { HeatTable } from "@/charts/HeatTable";
import { split } from "./bands";

type Props = { rows: NonNullable<Summary["by_kind_stage"]>; byKind: Record<string, number> };

/** Kind × stage, in the order of the ladder; only stages in which an agency stands. */
export function KindHeat({ rows, byKind }: Props) {
  const { t } = useTranslation();
  const label = useLabel();
  const stages = useStages();
  const kinds = useCatalogues().data?.agency_kinds ?? [];

  const cells = rows.flatMap((row) =>
    row.stage === "not_started" && row.no_data
      ? [
          { ...row, stage: "no_data", count: row.no_data },
          { ...row, count: row.count - row.no_data },
        ]
      : [row],
  );
  const ladder = [{ code: "no_data", band: "no_data" }, ...stages];
  const columns = ladder
    .filter((stage) => cells.some((cell) => cell.stage === stage.code && cell.count > 0))
    .map((stage) => ({
      code: stage.code,
      band: stage.band,
      label: stage.code === "no_data" ? t("band.no_data") : label("stages", stage.code),
    }));
  const order = kinds.map((kind) => kind.code);
  const table = Object.entries(byKind)
    .filter(([, total]) => total > 0)
    .sort(([a], [b]) => order.indexOf(a) - order.indexOf(b))
    .map(([code, total]) => ({
      code,
      total,
      label: label("agency_kinds", code),
      counts: Object.fromEntries(
        cells
          .filter((cell) => cell.kind === code)
          .map((cell) => {
            const { label: name = cell.stage, band } =
              columns.find((each) => each.code === cell.stage) ?? {};
            return [
              cell.stage,
              band === "proven"
                ? split(cell.stage, name, cell.count, cell.maintained, t)
                : [{ count: cell.count, label: name }],
            ];
          }),
      ),
    }));

  return (
    <HeatTable
      columns={columns}
      rows={table}
      caption={t("heat.caption")}
      link={({ row, column, part, label: name, ...parts }) => (
        <Link
          to="/agencies"
          search={
            column === "no_data"
              ? { kind: [row], flag: ["no_data"] }
              : {
                  kind: [row],
                  stage: [column],
                  in_scope: "true",
                  flag: part.maintained === "no" ? ["not_maintained"] : undefined,
                }
          }
          aria-label={name}
          {...parts}
        />
      )}
    />
  );
}
