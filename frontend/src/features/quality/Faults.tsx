import { Link, useNavigate } from "@tanstack/react-router";
import { useTranslation } from "react-i18next";
import { type LabelKind, useLabel } from "@/api/catalogues";
import type { components } from "@/api/schema";
import { useAsOf } from "@/ui/address";
import { type Columns, DataTable } from "@/ui/DataTable";
import { ExportLinks } from "@/ui/ExportLinks";
import { useObjectName } from "@/ui/forms/words";
import { Loaded } from "@/ui/Loaded";
import { Pager } from "@/ui/Pager";
import styles from "./Checks.module.css";
import { mendedAt } from "./mended";
import { PAGE, useFaults } from "./queries";

type Fault = components["schemas"]["FaultRow"];
/** What is wrong is told as a code where a catalogue has its name. */
const coded: Record<string, LabelKind> = {
  rollouts_with_placeholders: "tracks",
  audits_without_body: "audit_types",
};

/** Of an agency the code says nothing that its name does not. */
const tells = ({ object, what }: Fault) => what !== "" && !object.startsWith("agency:");

type Props = { check: string; title: string; offset: number };

/** The rows of one check, each with the way to the place where it is mended. */
export function Faults({ check, title, offset }: Props) {
  const { t } = useTranslation();
  const label = useLabel();
  const objectName = useObjectName();
  const navigate = useNavigate({ from: "/data-quality" });
  const asOf = useAsOf();
  const faults = useFaults(check, offset, asOf);
  const kind = coded[check];
  const columns: Columns<Fault> = [
    {
      id: "agency",
      header: t("col.agency"),
      cell: ({ row: { original } }) => original.agency?.name ?? t("quality.province"),
    },
    {
      id: "object",
      header: t("quality.record"),
      cell: ({ row: { original } }) =>
        original.object.startsWith("agency:") ? "–" : objectName(original.object),
    },
    {
      id: "what",
      header: t("quality.what"),
      cell: ({ row: { original } }) =>
        !tells(original) ? "–" : kind ? label(kind, original.what) : original.what,
    },
    {
      id: "mend",
      header: t("quality.mend"),
      cell: ({ row: { original } }) => (
        <Link {...mendedAt(check, original)} className={styles.mend}>
          {t(check === "agencies_without_accounts" ? "quality.invite" : "quality.open")}
          <span className="visually-hidden">
            : {original.agency?.name} {objectName(original.object)}
          </span>
        </Link>
      ),
    },
  ];
  const exports = <ExportLinks path={`/api/v1/data-quality/${check}`} query={{ as_of: asOf }} />;
  return (
    <div className={styles.rows}>
      <Loaded query={faults} lines={4} height={160}>
        {({ results, count }) => (
          <>
            <DataTable
              rows={results}
              columns={columns.filter(({ id }) => id !== "what" || results.some(tells))}
              caption={title}
              rowId={(row) => `${row.object}${row.what}`}
              dense
            />
            {count <= PAGE ? (
              exports
            ) : (
              <Pager
                count={count}
                limit={PAGE}
                offset={offset}
                onOffset={(next) =>
                  void navigate({
                    search: (old) => ({ ...old, offset: next || undefined }),
                    resetScroll: false,
                  })
                }
              >
                {exports}
              </Pager>
            )}
          </>
        )}
      </Loaded>
    </div>
  );
}
