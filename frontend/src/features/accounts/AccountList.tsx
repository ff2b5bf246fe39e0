import { useTranslation } from "react-i18next";
import { useCatalogues, useLabel } from "@/api/catalogues";
import type { RowOf } from "@/api/types";
import type { Columns } from "@/ui/DataTable";
import type { Control } from "@/ui/FilterBar";
import { RecordMenu } from "@/ui/forms/RecordMenu";
import { ListView } from "@/ui/ListView";
import { ToneTag } from "@/ui/Tag";
import { AgencyOf } from "./AgencyOf";
import { accountRecord } from "./forms";
import { Invite } from "./Invite";
import type { LinkAnswer } from "./links";

const PATH = "/api/v1/users";
type Row = RowOf<typeof PATH>;

/** Who may sign in: invited with a link, closed with a reason, never deleted. */
export function AccountList({ onLink }: { onLink: (answer: LinkAnswer) => void }) {
  const { t } = useTranslation();
  const label = useLabel();
  const { data } = useCatalogues();
  const text = (
    id: keyof Row & string,
    header: string,
    ordering?: string,
  ): Columns<Row>[number] => ({
    id,
    header,
    meta: { ordering },
    cell: ({ row }) => String(row.original[id] || "–"),
  });
  const columns: Columns<Row> = [
    text("name", t("account.name"), "name"),
    text("username", t("login.username"), "username"),
    {
      id: "role",
      header: t("account.role"),
      meta: { ordering: "role" },
      cell: ({ row }) => label("roles", row.original.role),
    },
    {
      id: "agency",
      header: t("account.agency"),
      cell: ({ row }) => <AgencyOf agency={row.original.agency} />,
    },
    text("position", t("account.position"), "position"),
    text("work_contact", t("account.contact"), "work_contact"),
    {
      id: "state",
      header: t("col.state"),
      meta: { ordering: "is_active" },
      cell: ({ row: { original } }) =>
        original.is_active ? (
          <ToneTag tone="good" text={t("account.active")} />
        ) : (
          <ToneTag tone="plain" text={t("account.closed")} />
        ),
    },
    {
      id: "acts",
      header: t("account.acts"),
      meta: { align: "center" },
      cell: ({ row: { original } }) => (
        <RecordMenu
          id={original.id}
          spec={accountRecord}
          name={original.name || original.username}
          trail={false}
          onTaken={(form, answer) => form.word === "reset_password" && onLink(answer as LinkAnswer)}
        />
      ),
    },
  ];
  const controls: Control[] = [
    { name: "search", kind: "words", label: t("account.search") },
    { name: "agency", kind: "agency", label: t("filter.agency") },
    {
      name: "role",
      kind: "many",
      label: t("account.role"),
      options: (data?.roles ?? []).map(({ code }) => ({
        value: code,
        label: label("roles", code),
      })),
    },
  ];
  return (
    <ListView
      path={PATH}
      list="users"
      undated
      title={t("account.title")}
      columns={columns}
      controls={controls}
      none={t("account.none")}
      above={<Invite onLink={onLink} />}
    />
  );
}
