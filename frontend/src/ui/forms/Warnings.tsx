import { Button } from "@mantine/core";
import { useTranslation } from "react-i18next";
import type { Blocker } from "@/api/problem";
import { Icon } from "../Icon";
import styles from "./forms.module.css";

type Props = { warnings: readonly Blocker[]; sending: boolean; onConfirm: () => void };

/** What is unusual but allowed: the person looks at it and writes it all the same, or mends it. */
export function Warnings({ warnings, sending, onConfirm }: Props) {
  const { t } = useTranslation();
  return (
    <div className={styles.conflict} role="alert" tabIndex={-1} ref={(box) => box?.focus()}>
      <p className={styles.conflictTitle}>
        <Icon name="alert" />
        {t("warning.title")}
      </p>
      <ul className={styles.warnings}>
        {warnings.map((each) => (
          <li key={`${each.code}${each.message}`}>{each.message || each.code}</li>
        ))}
      </ul>
      <p className={styles.note}>{t("warning.hint")}</p>
      <div className={styles.buttons}>
        <Button size="xs" loading={sending} onClick={onConfirm}>
          {t("warning.confirm")}
        </Button>
      </div>
    </div>
  );
}
