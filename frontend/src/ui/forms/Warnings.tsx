import { Button } from "@mantine/core";
import { useTranslation } from "react-i18next";
import type { Blocker } from "@/api/problem";
import { Icon } from "../Icon";
import styles from "./forms.module.css";

type Props = {
  warnings: readonly Blocker[];
  sending: boolean;
  title?: string;
  /** Without it something else is refused, which is mended first; it takes the focus. */
  onConfirm: (() => void) | undefined;
};

/** What is unusual but allowed: the person looks at it and writes it all the same, or mends it. */
export function Warnings({ warnings, sending, title, onConfirm }: Props) {
  const { t } = useTranslation();
  return (
    <div
      className={styles.conflict}
      role={onConfirm ? "alert" : undefined}
      tabIndex={-1}
      ref={(box) => {
        if (onConfirm) box?.focus();
      }}
    >
      <p className={styles.conflictTitle}>
        <Icon name="alert" />
        {title ?? t("warning.title")}
      </p>
      <ul className={styles.warnings}>
        {warnings.map((each) => (
          <li key={`${each.code}${each.message}`}>{each.message || each.code}</li>
        ))}
      </ul>
      {onConfirm && (
        <>
          <p className={styles.note}>{t("warning.hint")}</p>
          <div className={styles.buttons}>
            <Button size="xs" loading={sending} onClick={onConfirm}>
              {t("warning.confirm")}
            </Button>
          </div>
        </>
      )}
    </div>
  );
}
