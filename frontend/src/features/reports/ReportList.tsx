import { Link } from "@tanstack/react-router";
import { useTranslation } from "react-i18next";
import type { RowOf } from "@/api/types";
import { formatDay, formatMoment } from "@/i18n/format";
import type { Columns } from "@/ui/DataTable";
import type { Control } from "@/ui/FilterBar";
import { JobBar } from "@/ui/JobBar";
import { ListView } from "@/ui/ListView";
import { ToneTag } from "@/ui/Tag";
import { Files } from "./Files";
import { MakeMenu } from "./MakeMenu";
import { isRunning } from "./queries";
import styles from "./reports.module.css";
import { StateOfReport, useReportName } from "./words";

const PATH = "/api/v1/reports";
type Row = RowOf<typeof PATH>;

/** Every report that was made: of whom, of which day, by whom, how far it is, its files. */
export function ReportList() {
  const { t } = useTranslation();
  const nameOf = useReportName();
  const columns: Columns<Row> = [
    {
      id: "kind",
      header: t("report.kind"),
      meta: { ordering: "kind" },
      cell: ({ row: { original: row } }) => (
        <Link to="/reports/$id" params={{ id: String(row.id) }} className={styles.name}>
          {nameOf(row)}
        </Link>
      ),
    },
    {
      id: "day",
      header: t("report.day"),
      meta: { ordering: "day", align: "right" },
      cell: ({ row }) => formatDay(row.original.day),
    },
    {
      id: "period",
      header: t("report.period"),
      cell: ({ row }) => row.original.period?.label ?? "–",
    },
    {
      id: "state",
      header: t("report.state"),
      meta: { ordering: "state" },
      cell: ({ row: { original: row } }) =>
        isRunning(row) ? (
          <JobBar
            job={row.state === "making" ? (row.job ?? null) : null}
            waiting={t("report.waiting")}
            progress={(a, b) => t("report.progress", { a, b })}
          />
        ) : (
          <StateOfReport report={row} />
        ),
    },
    {
      id: "files",
      header: t("report.files"),
      cell: ({ row }) => <Files files={row.original.files} />,
    },
    {
      id: "signed",
      header: t("report.signedOff"),
      cell: ({ row: { original: row } }) =>
        row.signed_off_on ? (
          <ToneTag tone="good" text={formatDay(row.signed_off_on)} />
        ) : (
          <span className={styles.quiet}>{t("report.notSignedOff")}</span>
        ),
    },
    { id: "by", header: t("report.madeBy"), cell: ({ row }) => row.original.made_by_name },
    {
      id: "at",
      header: t("report.madeAt"),
      meta: { ordering: "asked_at", align: "right" },
      cell: ({ row }) => formatMoment(row.original.made_at ?? row.original.asked_at),
    },
  ];
  const controls: Control[] = [
    {
      name: "kind",
      kind: "many",
      label: t("report.kind"),
      options: (["agency", "province", "brief"] as const).map((value) => ({
        value,
        label: t(`report.kind.${value}`),
      })),
    },
    { name: "agency", kind: "agency", label: t("filter.agency") },
    {
      name: "state",
      kind: "many",
      label: t("report.state"),
      options: (["waiting", "making", "ready", "failed"] as const).map((value) => ({
        value,
        label: t(`report.state.${value}`),
      })),
    },
    {
      name: "printed",
      kind: "one",
      label: t("report.filterPrinted"),
      options: [
        { value: "false", label: t("report.printedNo") },
        { value: "true", label: t("report.printedYes") },
      ],
    },
  ];
  return (
    <ListView
      path={PATH}
      list="reports"
      undated
      title={t("report.title")}
      columns={columns}
      controls={controls}
      none={t("report.none")}
      running={isRunning}
      actions={<MakeMenu />}
    />
  );
}
