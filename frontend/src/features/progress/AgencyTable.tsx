import { Link } from "@tanstack/react-router";
import type { TFunction } from "i18next";
import { useMemo } from "react";
import { useTranslation } from "react-i18next";
import { useLabel } from "@/api/catalogues";
import type { AgencyRow } from "@/api/types";
import { formatDay, formatNumber } from "@/i18n/format";
import { type Columns, DataTable } from "@/ui/DataTable";
import { FlagTag } from "@/ui/FlagTag";
import { StageTag } from "@/ui/StageTag";
import styles from "./AgencyTable.module.css";

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
      meta: { ordering: "agency" },
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
      meta: right(),
      cell: ({ row: { original: row } }) =>
        row.documents.planned === null
          ? t("ui.unknown")
          : `${formatNumber(row.documents.in_force)}/${formatNumber(row.documents.planned)}`,
    },
    {
      id: "open",
      header: t("col.open"),
      meta: right(),
      cell: ({ row }) => formatNumber(row.original.findings?.open),
    },
    {
      id: "overdue",
      header: t("col.overdue"),
      meta: right(),
      cell: ({ row }) => {
        const n = row.original.findings?.overdue;
        return n ? <strong className={styles.late}>{formatNumber(n)}</strong> : formatNumber(n);
      },
    },
    {
      id: "next",
      header: t("col.next"),
      cell: ({ row: { original: row } }) =>
        row.next_deadline ? (
          <>
            {formatDay(row.next_deadline.on)}{" "}
            <span className={styles.what}>{row.next_deadline.what}</span>
          </>
        ) : (
          "–"
        ),
    },
    {
      id: "flags",
      header: t("col.flags"),
      cell: ({ row }) => (
        <span className={styles.flags}>
          {row.original.flags
            .filter((flag) => flag !== "no_data")
            .map((flag) => (
              <FlagTag key={flag} flag={flag} />
            ))}
        </span>
      ),
    },
  ];
}
