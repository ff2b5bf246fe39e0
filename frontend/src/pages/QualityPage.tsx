import { useSearch } from "@tanstack/react-router";
import { useTranslation } from "react-i18next";
import { Checks } from "@/features/quality/Checks";
import { useChecks } from "@/features/quality/queries";
import { formatNumber } from "@/i18n/format";
import { useAsOf } from "@/ui/address";
import { Loaded } from "@/ui/Loaded";
import { PageHeader } from "@/ui/PageHeader";
import styles from "./ListPage.module.css";

/** What is lacking or odd in the records, and where each is mended. */
export function QualityPage() {
  const { t } = useTranslation();
  const { check, offset = 0 } = useSearch({ from: "/shell/data-quality" });
  const checks = useChecks(useAsOf());
  const found = checks.data?.results.reduce((sum, { count }) => sum + count, 0);
  return (
    <div className={styles.page}>
      <PageHeader
        title={t("quality.title")}
        beside={
          found !== undefined && (
            <span className={styles.count} data-rows={found}>
              {t("quality.count", { n: formatNumber(found) })}
            </span>
          )
        }
      />
      <p className={styles.hint}>{t("quality.intro")}</p>
      <Loaded query={checks} lines={12} height={480}>
        {({ results }) => <Checks checks={results} open={check} offset={offset} />}
      </Loaded>
    </div>
  );
}
