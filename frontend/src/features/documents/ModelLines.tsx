import { useTranslation } from "react-i18next";
import { useLabel } from "@/api/catalogues";
import type { Records } from "@/api/records";
import table from "@/ui/plainTable.module.css";

type Props = { name: string; lines: Records["model-lists"]["items"] };

/** The documents of one model list. */
export function ModelLines({ name, lines }: Props) {
  const { t } = useTranslation();
  const label = useLabel();
  return (
    // biome-ignore lint/a11y/noNoninteractiveTabindex: a box that scrolls must be reachable by keyboard
    <section className={table.scroll} tabIndex={0} aria-label={name}>
      <table className={table.table}>
        <thead>
          <tr>
            <th scope="col">{t("col.code")}</th>
            <th scope="col">{t("col.title")}</th>
            <th scope="col">{t("col.kind")}</th>
            <th scope="col">{t("col.unit")}</th>
          </tr>
        </thead>
        <tbody>
          {lines.map(({ code, title, kind, unit }) => (
            <tr key={code}>
              <th scope="row">{code}</th>
              <td>{title || "–"}</td>
              <td>{label("document_kinds", kind)}</td>
              <td>{unit || "–"}</td>
            </tr>
          ))}
        </tbody>
      </table>
    </section>
  );
}
