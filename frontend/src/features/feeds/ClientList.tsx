import { Link } from "@tanstack/react-router";
import type { ReactNode } from "react";
import { useTranslation } from "react-i18next";
import type { RowOf } from "@/api/types";
import { formatMoment, formatNumber } from "@/i18n/format";
import type { Columns } from "@/ui/DataTable";
import type { Control } from "@/ui/FilterBar";
import { RecordMenu } from "@/ui/forms/RecordMenu";
import { ListView } from "@/ui/ListView";
import styles from "./feeds.module.css";
import { clientRecord } from "./forms";
import { lastDay, StateOfClient } from "./words";

const PATH = "/api/v1/feed-clients";
type Row = RowOf<typeof PATH>;
type Props = { above: ReactNode; actions: ReactNode };

/** Who reads the feeds: with which token, what, until when, from where, how much. */
export function ClientList({ above, actions }: Props) {
  const { t } = useTranslation();
  const columns: Columns<Row> = [
    {
      id: "name",
      header: t("feed.name"),
      meta: { ordering: "name" },
      cell: ({ row: { original: row } }) => (
        <Link to="/feed-clients/$id" params={{ id: String(row.id) }}>
          {row.name}
        </Link>
      ),
    },
    {
      id: "hint",
      header: t("feed.hint"),
      cell: ({ row }) => <code>{row.original.hint}…</code>,
    },
    {
      id: "state",
      header: t("col.state"),
      cell: ({ row }) => <StateOfClient state={row.original.state} />,
    },
    {
      id: "scopes",
      header: t("feed.scopes"),
      cell: ({ row }) => row.original.scopes.map((scope) => t(`feed.scope.${scope}`)).join(", "),
    },
    {
      id: "expires",
      header: t("feed.expires"),
      meta: { ordering: "expires_at", align: "right" },
      cell: ({ row }) => lastDay(row.original.expires_at),
    },
    {
      id: "addresses",
      header: t("feed.addresses"),
      cell: ({ row }) => row.original.addresses.join(", ") || t("feed.anyAddress"),
    },
    {
      id: "used",
      header: t("feed.lastUsed"),
      meta: { ordering: "last_used_at", align: "right" },
      cell: ({ row: { original: row } }) =>
        row.last_used_at ? formatMoment(row.last_used_at) : t("feed.never"),
    },
    {
      id: "today",
      header: t("feed.today"),
      meta: { ordering: "requests_today", align: "right" },
      cell: ({ row }) => formatNumber(row.original.requests_today),
    },
    {
      id: "total",
      header: t("feed.total"),
      meta: { ordering: "requests_total", align: "right" },
      cell: ({ row: { original: row } }) => (
        <>
          {formatNumber(row.requests_total)}
          {row.refused_total > 0 && (
            <span className={styles.refused}>
              {t("feed.refused", { n: formatNumber(row.refused_total) })}
            </span>
          )}
        </>
      ),
    },
    {
      id: "acts",
      header: t("account.acts"),
      meta: { align: "center" },
      cell: ({ row: { original: row } }) => (
        <RecordMenu id={row.id} spec={clientRecord} name={row.name} trail={false} />
      ),
    },
  ];
  const controls: Control[] = [
    { name: "search", kind: "words", label: t("feed.search") },
    {
      name: "state",
      kind: "many",
      label: t("col.state"),
      options: (["active", "expired", "revoked"] as const).map((value) => ({
        value,
        label: t(`feed.state.${value}`),
      })),
    },
    {
      name: "scope",
      kind: "many",
      label: t("feed.scopes"),
      options: (["agencies", "indicators", "changes"] as const).map((value) => ({
        value,
        label: t(`feed.scope.${value}`),
      })),
    },
  ];
  return (
    <ListView
      path={PATH}
      list="feed-clients"
      undated
      title={t("feed.title")}
      columns={columns}
      controls={controls}
      none={t("feed.none")}
      above={above}
      actions={actions}
    />
  );
}
