import { useTranslation } from "react-i18next";
import styles from "./Loading.module.css";

/** Grey lines in the place and height of what is coming, so that nothing jumps. */
export function Loading({ lines = 3, height }: { lines?: number; height?: number }) {
  const { t } = useTranslation();
  return (
    <div className={styles.box} role="status" style={height ? { minHeight: height } : undefined}>
      <span className="visually-hidden">{t("ui.loading")}</span>
      {Array.from({ length: lines }, (_, i) => (
        // biome-ignore lint/suspicious/noArrayIndexKey: the lines are all alike and never move
        <div key={i} className={styles.line} />
      ))}
    </div>
  );
}
