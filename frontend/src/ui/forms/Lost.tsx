import { useTranslation } from "react-i18next";
import styles from "./forms.module.css";

/** What a pasted cell said and nobody could read, until something stands there or is left out. */
export function Lost({ text, onLeave }: { text: string; onLeave: () => void }) {
  const { t } = useTranslation();
  return (
    <>
      {t("paste.lost", { text })}{" "}
      <button type="button" className={styles.link} onClick={onLeave}>
        {t("paste.leave")}
      </button>
    </>
  );
}
