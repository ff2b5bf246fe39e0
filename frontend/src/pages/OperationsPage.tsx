import { useTranslation } from "react-i18next";
import { useOperations } from "@/features/operations/queries";
import { State } from "@/features/operations/State";
import { Loaded } from "@/ui/Loaded";
import { PageHeader } from "@/ui/PageHeader";
import { usePageTitle } from "@/ui/usePageTitle";
import styles from "./ListPage.module.css";

/** For the administrator: is there a backup, and does everything work. */
export function OperationsPage() {
  const { t } = useTranslation();
  const operations = useOperations();
  usePageTitle(t("operations.title"));
  return (
    <div className={styles.page}>
      <PageHeader title={t("operations.title")} />
      <Loaded query={operations} lines={8} height={320}>
        {(told) => <State told={told} />}
      </Loaded>
    </div>
  );
}
