import { Link } from "@tanstack/react-router";
import { useTranslation } from "react-i18next";
import type { RowOf } from "@/api/types";
import type { Columns } from "@/ui/DataTable";
import type { Control } from "@/ui/FilterBar";
import { ListView } from "@/ui/ListView";
import { ToneTag } from "@/ui/Tag";
import { agencyColumn, sourceColumn, textColumn } from "./columns";
import styles from "./columns.module.css";

const PATH = "/api/v1/admin-procedures";
type Row = RowOf<typeof PATH>;
const tones = { in_force: "good", amended: "due", abolished: "plain", replaced: "plain" } as const;
const statuses = ["in_force", "amended", "abolished", "replaced"] as const;

/** Administrative procedures of the province and the documents that carry them out. */
export function ProcedureList() {
  const { t } = useTranslation();
  const columns: Columns<Row> = [
    agencyColumn(t("col.agency"), "procedures"),
    textColumn(
      "code",
      t("col.code"),
      (row) => <span className={styles.code}>{row.code}</span>,
      "code",
    ),
    textColumn("name", t("procedure.name"), (row) => (
      <span className={styles.long}>{row.name}</span>
    )),
    textColumn("field", t("field.field"), (row) => row.field),
    {
      id: "status",
      header: t("procedure.status"),
      cell: ({ row: { original: row } }) => (
        <ToneTag tone={tones[row.status]} text={t(`procedure.status.${row.status}`)} />
      ),
    },
    {
      id: "documents",
      header: t("procedure.documents"),
      cell: ({ row: { original: row } }) => (
        <span className={styles.tags}>
          {row.documents.length === 0 && t("procedure.noDocument")}
          {row.documents.map((each) => (
            <Link
              key={each.id}
              to="/records/$object"
              params={{ object: `document:${each.id}` }}
              title={each.title || undefined}
            >
              {each.code}
            </Link>
          ))}
        </span>
      ),
    },
    sourceColumn(t("list.source")),
  ];
  const controls: Control[] = [
    { name: "search", kind: "words", label: t("procedureList.search") },
    { name: "agency", kind: "agency", label: t("filter.agency") },
    {
      name: "status",
      kind: "many",
      label: t("procedure.status"),
      options: statuses.map((value) => ({ value, label: t(`procedure.status.${value}`) })),
    },
  ];
  return (
    <ListView
      path={PATH}
      list="admin-procedures"
      title={t("procedureList.title")}
      columns={columns}
      controls={controls}
      none={t("procedureList.none")}
    />
  );
}
