import { useState } from "react";
import { useTranslation } from "react-i18next";
import { useCatalogues } from "@/api/catalogues";
import { useRecords } from "@/api/records";
import { formatDay, formatNumber } from "@/i18n/format";
import { Empty } from "@/ui/Empty";
import { Fact, FactList } from "@/ui/Fact";
import { useFactDay } from "@/ui/factDay";
import type { FileProps } from "@/ui/file";
import { Acts } from "@/ui/forms/Acts";
import { Loaded } from "@/ui/Loaded";
import { Panel } from "@/ui/Panel";
import { Approvals } from "./Approvals";
import { BulkBar } from "./BulkBar";
import { CopyButton } from "./CopyButton";
import styles from "./DocumentsTab.module.css";
import { DocumentsTable } from "./DocumentsTable";
import {
  approvalForm,
  listForm,
  promulgationForm,
  promulgationRecord,
  takeModelForm,
} from "./forms";
import { groupsOf, latestOf } from "./groups";
import { MonthsPanel } from "./MonthsPanel";

/** The list of documents by kind, and the decisions that put them into force. */
export function DocumentsTab(file: FileProps) {
  const { agency, rollout, acts, asOf } = file;
  const [ids, setIds] = useState<ReadonlySet<number>>(new Set());
  const { t } = useTranslation();
  const day = useFactDay();
  const { data: catalogues } = useCatalogues();
  const known = rollout !== undefined;
  const query = { rollout, as_of: asOf };
  const documents = useRecords("documents", query, known);
  const versions = useRecords("document-versions", query, known);
  const promulgations = useRecords("promulgations", query, known);
  const kinds = (catalogues?.document_kinds ?? []).map((kind) => kind.code);
  const listed = (documents.data?.results ?? []).filter((row) => row.state !== "withdrawn");
  const inForce = listed.filter((row) => row.state === "in_force").length;
  return (
    <div className={styles.tab}>
      {known && <MonthsPanel rollout={rollout} asOf={asOf} />}
      <Panel
        title={t("tab.documents")}
        aside={
          listed.length > 0 &&
          t("document.count", { a: formatNumber(inForce), b: formatNumber(listed.length) })
        }
      >
        <div className={styles.doing}>
          <Acts
            acts={acts}
            forms={[listForm, approvalForm, promulgationForm, takeModelForm]}
            parents={{ rollout, agency }}
          />
          {known && <CopyButton key={rollout} rollout={rollout} acts={acts} />}
        </div>
        {!known ? (
          <Empty text={t("tab.documentsEmpty")} />
        ) : (
          <Loaded query={documents} lines={8} height={300}>
            {({ results }) =>
              results.length === 0 ? (
                <Empty text={t("tab.documentsEmpty")} />
              ) : (
                <>
                  <BulkBar
                    rows={results.filter(({ id }) => ids.has(id))}
                    file={file}
                    onClear={() => setIds(new Set())}
                  />
                  <DocumentsTable
                    groups={groupsOf(results, kinds)}
                    latest={latestOf(versions.data?.results ?? [])}
                    chosen={{
                      ids,
                      onChange: (some, chosen) =>
                        setIds((old) =>
                          chosen
                            ? new Set([...old, ...some])
                            : new Set([...old].filter((id) => !some.includes(id))),
                        ),
                    }}
                  />
                </>
              )
            }
          </Loaded>
        )}
        {known && (documents.data?.results.length ?? 0) > 0 && <Approvals query={query} />}
        {(promulgations.data?.results.length ?? 0) > 0 && (
          <FactList title={t("promulgation.title")} none="">
            {promulgations.data?.results.map((each) => (
              <Fact
                key={each.id}
                day={day(each, "signed_on")}
                name={each.number || t("promulgation.title")}
                title={each.number || t("promulgation.noNumber")}
                record={each}
                spec={promulgationRecord}
              >
                <span>
                  {t("promulgation.documents", { n: each.documents.length })}
                  {each.effective_on &&
                    t("promulgation.effective", { day: formatDay(each.effective_on) })}
                </span>
              </Fact>
            ))}
          </FactList>
        )}
      </Panel>
    </div>
  );
}
