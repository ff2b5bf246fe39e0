import { useTranslation } from "react-i18next";
import styles from "./forms.module.css";

export type Cell = { line: number; unread?: string; onLeave: () => void };

/** What a cell of a sheet shows, and that it holds the form, as long as nobody could read it. */
export const lostIn = (cell: Cell | undefined) =>
  cell?.unread
    ? { error: <Lost text={cell.unread} onLeave={cell.onLeave} />, "data-unread": true }
    : {};

/** What a pasted cell said and nobody could read, until something stands there or is left out. */
function Lost({ text, onLeave }: { text: string; onLeave: () => void }) {
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
