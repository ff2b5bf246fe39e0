import { Link } from "@tanstack/react-router";
import type { TFunction } from "i18next";
import { useMemo } from "react";
import { useTranslation } from "react-i18next";
import { useLabel } from "@/api/catalogues";
import type { AgencyRow } from "@/api/types";
import { formatDay, formatNumber } from "@/i18n/format";
import { type Columns, DataTable } from "@/ui/DataTable";
import { StageTag } from "@/ui/StageTag";
import styles from "./AgencyTable.module.css";
import { DocumentShare, Flags, NextDeadline } from "./cells";

type Props = {
  rows: AgencyRow[];
  dense: boolean;
  ordering: string | undefined;
  onOrdering: (ordering: string) => void;
};

/** Agencies as rows: where each stands, since when, and what presses. */
export function AgencyTable({ rows, dense, ordering, onOrdering }: Props) {
  const { t } = useTranslation();
  const label = useLabel();
  const columns = useMemo(() => columnsOf(t, label), [t, label]);
  return (
    <DataTable
      rows={rows}
      columns={columns}
      caption={t("agencies.table")}
      rowId={(row) => row.agency.code}
      dense={dense}
      ordering={ordering}
      onOrdering={onOrdering}
    />
  );
}

function columnsOf(t: TFunction, label: ReturnType<typeof useLabel>): Columns<AgencyRow> {
  const right = (ordering?: string) => ({ align: "right" as const, ordering });
  return [
    {
      id: "agency",
      header: t("col.agency"),
      meta: { ordering: "name" },
      cell: ({ row: { original: row } }) => (
        <Link to="/agencies/$code" params={{ code: row.agency.code }} className={styles.name}>
          {row.agency.name}
        </Link>
      ),
    },
    {
      id: "stage",
      header: t("col.stage"),
      meta: { ordering: "stage" },
      cell: ({ row: { original: row } }) => (
        <StageTag
          stage={row.stage}
          noData={row.flags.includes("no_data")}
          maintained={row.maintained}
        />
      ),
    },
    {
      id: "since",
      header: t("col.since"),
      meta: right("stage_since"),
      cell: ({ row }) => formatDay(row.original.stage_since),
    },
    {
      id: "days",
      header: t("col.days"),
      meta: right("days_in_stage"),
      cell: ({ row }) => formatNumber(row.original.days_in_stage),
    },
    {
      id: "edition",
      header: t("col.edition"),
      meta: right("edition"),
      cell: ({ row }) => row.original.edition ?? "–",
    },
    {
      id: "track",
      header: t("col.track"),
      meta: { ordering: "track" },
      cell: ({ row }) => (
        <span className={styles.short} title={label("tracks", row.original.track)}>
          {label("tracks", row.original.track)}
        </span>
      ),
    },
    {
      id: "documents",
      header: t("col.documents"),
      meta: right("documents"),
      cell: ({ row }) => <DocumentShare row={row.original} />,
    },
    {
      id: "open",
      header: t("col.open"),
      meta: right("findings_open"),
      cell: ({ row: { original: row } }) => (row.rollout ? formatNumber(row.findings.open) : "–"),
    },
    {
      id: "overdue",
      header: t("col.overdue"),
      meta: right("findings_overdue"),
      cell: ({ row: { original: row } }) =>
        row.findings.overdue ? (
          <strong className={styles.late}>{formatNumber(row.findings.overdue)}</strong>
        ) : row.rollout ? (
          formatNumber(0)
        ) : (
          "–"
        ),
    },
    {
      id: "next",
      header: t("col.next"),
      meta: { ordering: "next_deadline" },
      cell: ({ row }) => <NextDeadline row={row.original} />,
    },
    {
      id: "flags",
      header: t("col.flags"),
      cell: ({ row }) => <Flags flags={row.original.flags} />,
    },
  ];
}
