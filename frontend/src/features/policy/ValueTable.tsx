import { useTranslation } from "react-i18next";
import { useLabel } from "@/api/catalogues";
import { useMay } from "@/api/records";
import type { Subject } from "./groups";
import styles from "./policy.module.css";
import { ValueRows } from "./ValueRows";

/** One table, a part for each subject. */
export function ValueTable({ subjects }: { subjects: Subject[] }) {
  const { t } = useTranslation();
  const label = useLabel();
  const may = useMay();
  const keeps = may("policy.record") || may("policy.correct");
  return (
    <div className={styles.card}>
      <table className={styles.table}>
        <caption className="visually-hidden">{t("policy.of.values")}</caption>
        <thead>
          <tr>
            <th scope="col">{t("policy.name")}</th>
            <th scope="col">{t("policy.value")}</th>
            <th scope="col">{t("policy.span")}</th>
            <th scope="col">{t("policy.basis")}</th>
            <th scope="col">{t("policy.certainty")}</th>
            {keeps && <th scope="col">{t("policy.acts")}</th>}
          </tr>
        </thead>
        {subjects.map(({ code, numbers }) => (
          <tbody key={code}>
            <tr className={styles.subject}>
              <th scope="rowgroup" colSpan={keeps ? 6 : 5}>
                {label("policy_subjects", code)}
              </th>
            </tr>
            {numbers.map((held) => (
              <ValueRows key={held.code} held={held} keeps={keeps} />
            ))}
          </tbody>
        ))}
      </table>
    </div>
  );
}
