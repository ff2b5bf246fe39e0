import { Link } from "@tanstack/react-router";
import { useTranslation } from "react-i18next";
import type { AgencyRef, RowOf } from "@/api/types";
import { formatNumber, formatShare } from "@/i18n/format";
import type { Columns } from "@/ui/DataTable";
import { agencyColumn } from "./columns";

export const COVERAGE = "/api/v1/admin-procedures/coverage";
type Coverage = RowOf<typeof COVERAGE>;

/** Of each agency's procedures, how many a document carries out as they stand. */
export function useCoverageColumns(): Columns<Coverage> {
  const { t } = useTranslation();
  const figure = (id: "numerator" | "denominator" | "needs_review", header: string) => ({
    id,
    header,
    meta: { ordering: id, align: "right" as const },
    cell: ({ row: { original: row } }: { row: { original: Coverage } }) => (
      <Link to="/procedures" search={rowsBehind(row, id)}>
        {formatNumber(row[id])}
      </Link>
    ),
  });
  return [
    agencyColumn<Coverage & { agency: AgencyRef }>(
      t("col.agency"),
      "procedures",
    ) as Columns<Coverage>[number],
    figure("denominator", t("procedure.standing")),
    figure("numerator", t("procedure.isCovered")),
    {
      id: "rate",
      header: t("procedure.rate"),
      meta: { align: "right" },
      cell: ({ row: { original: row } }) => formatShare(row.numerator, row.denominator),
    },
    figure("needs_review", t("procedure.reviewColumn")),
  ];
}

/** The filters of the list behind a figure, as the server names them. */
function rowsBehind(row: Coverage, figure: string) {
  const address = new URL(String(row.lists[figure]), "http://server");
  const told: Record<string, string[]> = {};
  for (const [name, value] of address.searchParams)
    if (name !== "as_of") told[name] = [...(told[name] ?? []), value];
  return told;
}
