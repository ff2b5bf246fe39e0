import { useTranslation } from "react-i18next";
import { useLabel } from "@/api/catalogues";
import { formatNumber } from "@/i18n/format";
import table from "@/ui/plainTable.module.css";
import { ToneTag } from "@/ui/Tag";
import type { Line } from "./bulk";
import styles from "./copy.module.css";

type Props = {
  lines: readonly Line[];
  left: ReadonlySet<string>;
  onLeave: (codes: readonly string[], out: boolean) => void;
};

/** What would come: new lines ticked, those whose code stands on the list already greyed. */
export function CopyLines({ lines, left, onLeave }: Props) {
  const { t } = useTranslation();
  const label = useLabel();
  const fresh = lines.filter(({ known }) => !known).map(({ code }) => code);
  const some = fresh.filter((code) => !left.has(code));
  return (
    <>
      <p role="status">
        {t("copy.coming", {
          n: formatNumber(some.length),
          known: formatNumber(lines.length - fresh.length),
        })}
      </p>
      <section
        className={`${table.scroll} ${styles.box}`}
        // biome-ignore lint/a11y/noNoninteractiveTabindex: a box that scrolls must be reachable by keyboard
        tabIndex={0}
        aria-label={t("copy.lines")}
      >
        <table className={table.table}>
          <thead>
            <tr>
              <th scope="col">
                <input
                  type="checkbox"
                  aria-label={t("copy.all")}
                  checked={fresh.length > 0 && some.length === fresh.length}
                  disabled={fresh.length === 0}
                  onChange={(event) => onLeave(fresh, !event.currentTarget.checked)}
                />
              </th>
              <th scope="col">{t("col.code")}</th>
              <th scope="col">{t("col.title")}</th>
              <th scope="col">{t("col.kind")}</th>
              <th scope="col">{t("col.unit")}</th>
            </tr>
          </thead>
          <tbody>
            {lines.map(({ code, title, kind, unit, known }) => (
              <tr key={code} data-known={known || undefined}>
                <td>
                  <input
                    type="checkbox"
                    aria-label={t("bulk.one", { code })}
                    checked={!known && !left.has(code)}
                    disabled={known}
                    onChange={(event) => onLeave([code], !event.currentTarget.checked)}
                  />
                </td>
                <th scope="row">
                  {code} {known && <ToneTag tone="plain" text={t("copy.known")} />}
                </th>
                <td>{title || "–"}</td>
                <td>{label("document_kinds", kind)}</td>
                <td>{unit || "–"}</td>
              </tr>
            ))}
          </tbody>
        </table>
      </section>
    </>
  );
}
