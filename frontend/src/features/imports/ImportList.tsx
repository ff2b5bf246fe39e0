import { useTranslation } from "react-i18next";
import { useLabel } from "@/api/catalogues";
import { useRecords } from "@/api/records";
import { formatDay } from "@/i18n/format";
import { RecordMenu } from "@/ui/forms/RecordMenu";
import type { RecordSpec } from "@/ui/forms/spec";
import { Loaded } from "@/ui/Loaded";
import { Panel } from "@/ui/Panel";
import { ToneTag } from "@/ui/Tag";
import { Counts } from "./Counts";
import styles from "./Imports.module.css";

const spec: RecordSpec = {
  collection: "imports",
  acts: [
    {
      act: "import.undo",
      collection: "imports",
      method: "act",
      word: "undo",
      fields: [],
      reason: "required",
      intro: "import.undoIntro",
    },
  ],
};

/** What was loaded so far, newest first; taken back as long as nothing was built on it. */
export function ImportList() {
  const { t } = useTranslation();
  const label = useLabel();
  const imports = useRecords("imports", { ordering: "-at", limit: 100 });
  return (
    <Panel title={t("import.earlier")}>
      <Loaded query={imports}>
        {({ results }) =>
          results.length === 0 ? (
            <p className={styles.hint}>{t("import.none")}</p>
          ) : (
            <div className={styles.box}>
              <table className={styles.table}>
                <thead>
                  <tr>
                    <th scope="col">{t("import.at")}</th>
                    <th scope="col">{t("import.kind")}</th>
                    <th scope="col">{t("import.file")}</th>
                    <th scope="col">{t("col.agency")}</th>
                    <th scope="col">{t("import.counts")}</th>
                    <th scope="col">{t("import.by")}</th>
                    <td />
                  </tr>
                </thead>
                <tbody>
                  {results.map((each) => (
                    <tr key={each.id}>
                      <th scope="row">{formatDay(each.at.slice(0, 10))}</th>
                      <td>{label("import_kinds", each.kind)}</td>
                      <td>{each.file_name || each.title || "–"}</td>
                      <td>{each.agency?.name ?? "–"}</td>
                      <td>
                        <Counts counts={each.counts} />{" "}
                        {each.undone_on && (
                          <ToneTag
                            tone="due"
                            text={t("import.undone", { day: formatDay(each.undone_on) })}
                          />
                        )}
                      </td>
                      <td>{each.by ?? "–"}</td>
                      <td>
                        <RecordMenu
                          id={each.id}
                          spec={spec}
                          name={each.file_name || each.title || String(each.id)}
                          trail={false}
                        />
                      </td>
                    </tr>
                  ))}
                </tbody>
              </table>
            </div>
          )
        }
      </Loaded>
    </Panel>
  );
}
