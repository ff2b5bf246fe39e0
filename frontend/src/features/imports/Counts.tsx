import { useTranslation } from "react-i18next";
import type { AnyKey } from "@/i18n";
import { formatNumber } from "@/i18n/format";

/** "345 dòng mới, 5 dòng sửa": what became, or would become, of the rows. */
export function Counts({ counts }: { counts: unknown }) {
  const { t, i18n } = useTranslation();
  const rows = Object.entries((counts ?? {}) as Record<string, number>);
  const words = rows.map(([name, n]) => {
    const key = `import.count.${name}`;
    return i18n.exists(key) ? t(key as AnyKey, { n: formatNumber(n) }) : `${name}: ${n}`;
  });
  return <>{words.join(" · ") || t("import.count.none")}</>;
}
