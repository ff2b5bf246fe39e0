import { useTranslation } from "react-i18next";
import type { Query } from "@/api/types";
import { stringifySearch } from "./address";
import styles from "./Pager.module.css";

const formats = ["xlsx", "csv"] as const;

/** The list as a file: every row that the filters show, in their order, on no pages. */
export function exportAddress(path: string, query: Query, format: (typeof formats)[number]) {
  const { limit: _, offset: __, ...rest } = query;
  return `${path}${stringifySearch({ ...rest, format })}`;
}

export function ExportLinks({ path, query }: { path: string; query: Query }) {
  const { t } = useTranslation();
  return (
    <span className={styles.exports}>
      {t("export.label")}
      {formats.map((format) => (
        <a key={format} href={exportAddress(path, query, format)} download>
          .{format}
        </a>
      ))}
    </span>
  );
}
