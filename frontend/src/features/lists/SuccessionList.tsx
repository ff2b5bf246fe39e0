import type { ReactNode } from "react";
import { useTranslation } from "react-i18next";
import { useCatalogues, useLabel } from "@/api/catalogues";
import type { RowOf } from "@/api/types";
import type { Columns } from "@/ui/DataTable";
import type { Control } from "@/ui/FilterBar";
import { ListView } from "@/ui/ListView";
import { AgencyLink, dayColumn, textColumn } from "./columns";
import styles from "./columns.module.css";

const PATH = "/api/v1/successions";
type Row = RowOf<typeof PATH>;

/** Every reorganisation in effect by the day, the latest first. */
export function SuccessionList({ actions }: { actions: ReactNode }) {
  const { t } = useTranslation();
  const label = useLabel();
  const { data: catalogues } = useCatalogues();
  const columns: Columns<Row> = [
    {
      id: "predecessor",
      header: t("reorganisation.predecessor"),
      cell: ({ row: { original: row } }) => <AgencyLink agency={row.predecessor} tab="history" />,
    },
    {
      id: "successor",
      header: t("reorganisation.successor"),
      cell: ({ row: { original: row } }) =>
        row.successor ? (
          <span className={styles.words}>
            <AgencyLink agency={row.successor} tab="history" />
          </span>
        ) : (
          t("reorganisation.nobody")
        ),
    },
    textColumn(
      "kind",
      t("reorganisation.kind"),
      (row) => label("succession_kinds", row.kind),
      "kind",
    ),
    dayColumn("day", t("reorganisation.day"), (row) => row.effective_on, "effective_on"),
    textColumn("decision", t("reorganisation.decision"), (row) => row.decision, "decision"),
    textColumn("certainty", t("reorganisation.certainty"), (row) => row.confidence, "confidence"),
  ];
  const controls: Control[] = [
    { name: "search", kind: "words", label: t("reorganisation.search") },
    { name: "agency", kind: "agency", label: t("filter.agency") },
    {
      name: "kind",
      kind: "many",
      label: t("reorganisation.kind"),
      options: (catalogues?.succession_kinds ?? []).map(({ code }) => ({
        value: code,
        label: label("succession_kinds", code),
      })),
    },
  ];
  return (
    <ListView
      path={PATH}
      list="successions"
      title={t("reorganisation.title")}
      columns={columns}
      controls={controls}
      none={t("reorganisation.none")}
      actions={actions}
    />
  );
}
