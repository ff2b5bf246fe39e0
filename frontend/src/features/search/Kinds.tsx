import { useTranslation } from "react-i18next";
import { formatNumber } from "@/i18n/format";
import styles from "./search.module.css";
import { useKindName } from "./words";

type Props = {
  counts: Record<string, number>;
  kind: string | undefined;
  onKind: (kind: string | undefined) => void;
};

/** Only one kind, or all of them again. */
export function Kinds({ counts, kind, onKind }: Props) {
  const { t } = useTranslation();
  const kindName = useKindName();
  const names = Object.keys(counts);
  if (names.length < 2 && !kind) return null;
  return (
    <fieldset className={styles.kinds} aria-label={t("search.kinds")}>
      {kind && (
        <button type="button" onClick={() => onKind(undefined)}>
          {t("filter.any")}
        </button>
      )}
      {names.map((name) => (
        <button
          key={name}
          type="button"
          aria-pressed={name === kind}
          onClick={() => onKind(name === kind ? undefined : name)}
        >
          {kindName(name)} {formatNumber(counts[name] ?? 0)}
        </button>
      ))}
    </fieldset>
  );
}
