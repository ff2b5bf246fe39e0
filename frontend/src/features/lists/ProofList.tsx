import { useTranslation } from "react-i18next";
import { useCatalogues, useLabel } from "@/api/catalogues";
import type { RowOf } from "@/api/types";
import type { MessageKey } from "@/i18n/vi";
import type { Columns } from "@/ui/DataTable";
import type { Control } from "@/ui/FilterBar";
import { ListView } from "@/ui/ListView";
import { useListSearch } from "@/ui/listSearch";
import { ToneTag } from "@/ui/Tag";
import { agencyColumn, DueDay, dayColumn, sourceColumn, textColumn } from "./columns";
import { ListTabs } from "./ListTabs";

const CERTIFICATES = "/api/v1/certificates";
const DECLARATIONS = "/api/v1/declarations";
type Certificate = RowOf<typeof CERTIFICATES>;
type Declaration = RowOf<typeof DECLARATIONS>;
const lists = ["certificates", "declarations"] as const;
const tones: Record<string, string> = { in_force: "good", suspended: "late", withdrawn: "late" };

/** Certificates and declarations, never in one list: what is declared is not certified. */
export function ProofList() {
  const { t } = useTranslation();
  const { search } = useListSearch();
  const of = search.of === "declarations" ? "declarations" : "certificates";
  const controls = useControls();
  const common = {
    title: t("proofList.title"),
    controls,
    none: t("proofList.none"),
    above: <ListTabs names={lists} current={of} text={(name) => t(`proofList.${name}`)} />,
  };
  const certificates = useCertificateColumns();
  const declarations = useDeclarationColumns();
  return of === "certificates" ? (
    <ListView {...common} key={of} path={CERTIFICATES} list={of} columns={certificates} />
  ) : (
    <ListView {...common} key={of} path={DECLARATIONS} list={of} columns={declarations} />
  );
}

function useControls(): Control[] {
  const { t } = useTranslation();
  const label = useLabel();
  const { data } = useCatalogues();
  return [
    { name: "agency", kind: "agency", label: t("filter.agency") },
    {
      name: "in_force",
      kind: "one",
      label: t("filter.inForce"),
      options: [
        { value: "true", label: t("filter.inForceYes") },
        { value: "false", label: t("filter.inForceNo") },
      ],
    },
    {
      name: "edition",
      kind: "many",
      label: t("filter.edition"),
      options: (data?.editions ?? []).map(({ code }) => ({
        value: code,
        label: label("editions", code),
      })),
    },
    {
      name: "track",
      kind: "many",
      label: t("filter.track"),
      options: (data?.tracks ?? []).map(({ code }) => ({
        value: code,
        label: label("tracks", code),
      })),
    },
  ];
}

function useStateColumn<Row extends { state: string }>(): Columns<Row>[number] {
  const { t } = useTranslation();
  return {
    id: "state",
    header: t("col.state"),
    cell: ({ row: { original: row } }) => (
      <ToneTag tone={tones[row.state]} text={t(`proofState.${row.state}` as MessageKey)} />
    ),
  };
}

function useCertificateColumns(): Columns<Certificate> {
  const { t } = useTranslation();
  const state = useStateColumn<Certificate>();
  return [
    agencyColumn(t("col.agency"), "proofs"),
    textColumn("number", t("col.number"), (row) => row.number, "number"),
    textColumn("issuer", t("col.issuer"), (row) => row.issuer, "issuer"),
    textColumn("edition", t("col.edition"), (row) => row.edition, "edition"),
    dayColumn(
      "issued",
      t("col.issued"),
      (row) => row.issued_on,
      "issued_on",
      (row) => row.issued_on_precision,
    ),
    {
      id: "validTo",
      header: t("col.validTo"),
      meta: { ordering: "valid_to" },
      cell: ({ row: { original: row } }) => (
        <DueDay on={row.valid_to} open={row.state === "in_force"} />
      ),
    },
    state,
    sourceColumn(t("list.source")),
  ];
}

function useDeclarationColumns(): Columns<Declaration> {
  const { t } = useTranslation();
  const label = useLabel();
  const state = useStateColumn<Declaration>();
  return [
    agencyColumn(t("col.agency"), "proofs"),
    textColumn("number", t("col.number"), (row) => row.number, "number"),
    textColumn("kind", t("col.kind"), (row) => label("declaration_kinds", row.kind), "kind"),
    textColumn("edition", t("col.edition"), (row) => row.edition, "edition"),
    textColumn("signer", t("col.signer"), (row) => row.signer),
    dayColumn(
      "signed",
      t("col.signed"),
      (row) => row.signed_on,
      "signed_on",
      (row) => row.signed_on_precision,
    ),
    dayColumn("posted", t("col.posted"), (row) => row.posted_on, "posted_on"),
    dayColumn("notified", t("col.notified"), (row) => row.notified_on, "notified_on"),
    state,
    sourceColumn(t("list.source")),
  ];
}
