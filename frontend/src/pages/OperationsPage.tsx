import { useTranslation } from "react-i18next";
import { useOperations } from "@/features/operations/queries";
import { State } from "@/features/operations/State";
import { Loaded } from "@/ui/Loaded";
import { PageHeader } from "@/ui/PageHeader";
import styles from "./ListPage.module.css";

/** For the administrator: is there a backup, and does everything work. */
export function OperationsPage() {
  const { t } = useTranslation();
  const operations = useOperations();
  return (
    <div className={styles.page}>
      <PageHeader title={t("operations.title")} withDay={false} />
      <Loaded query={operations} lines={8} height={320}>
        {(told) => <State told={told} />}
      </Loaded>
    </div>
  );
}
