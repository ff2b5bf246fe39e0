import { useTranslation } from "react-i18next";
import { useLabel } from "@/api/catalogues";
import { Panel } from "@/ui/Panel";
import { cellOf } from "./cells";
import styles from "./reports.module.css";

const counts = ["total", "approved", "documented", "declared", "certified"] as const;

/** The summary of a paper report, as it was printed. */
export function Groups({ groups }: { groups: Record<string, unknown>[] }) {
  const { t } = useTranslation();
  const label = useLabel();
  return (
    <Panel title={t("report.paperGroups")}>
      <div className={styles.box}>
        <table className={styles.table}>
          <thead>
            <tr>
              <th scope="col">{t("report.group")}</th>
              {counts.map((name) => (
                <th key={name} scope="col" data-number>
                  {t(`field.${name}`)}
                </th>
              ))}
            </tr>
          </thead>
          <tbody>
            {groups.map((group) => (
              <tr key={String(group.kind)}>
                <th scope="row">{label("agency_kinds", String(group.kind))}</th>
                {counts.map((name) => (
                  <td key={name} data-number>
                    {cellOf("count", group[name])}
                  </td>
                ))}
              </tr>
            ))}
          </tbody>
        </table>
      </div>
    </Panel>
  );
}
