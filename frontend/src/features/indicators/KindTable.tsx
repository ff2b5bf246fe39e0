import { useTranslation } from "react-i18next";
import { useLabel } from "@/api/catalogues";
import styles from "./indicators.module.css";
import type { Indicator } from "./queries";
import { Value } from "./Value";
import { useTitle } from "./words";

type Props = { indicators: Indicator[]; dated: boolean };

/** The same indicators, a column for each kind of agency. */
export function KindTable({ indicators, dated }: Props) {
  const { t } = useTranslation();
  const label = useLabel();
  const title = useTitle();
  const kinds = [...new Set(indicators.flatMap((each) => each.by_kind.map(({ kind }) => kind)))];
  return (
    // biome-ignore lint/a11y/noNoninteractiveTabindex: a box that scrolls must be reachable by keyboard
    <section className={styles.box} aria-label={t("indicator.byKind")} tabIndex={0}>
      <table className={styles.kinds}>
        <caption className="visually-hidden">{t("indicator.byKind")}</caption>
        <thead>
          <tr>
            <th scope="col">
              <span>{t("indicator.one")}</span>
            </th>
            {kinds.map((kind) => (
              <th key={kind} scope="col">
                {label("agency_kinds", kind)}
              </th>
            ))}
          </tr>
        </thead>
        <tbody>
          {indicators.map((each) => (
            <tr key={each.code}>
              <th scope="row" title={title(each)}>
                {each.code}
                <span className={styles.short}>{title(each)}</span>
              </th>
              {kinds.map((kind) => {
                const measured = each.by_kind.find((one) => one.kind === kind);
                return (
                  <td key={kind}>
                    {measured && measured.denominator > 0 ? (
                      <Value
                        measured={measured}
                        name={`${title(each)}, ${label("agency_kinds", kind)}`}
                        dated={dated}
                        small
                      />
                    ) : (
                      "–"
                    )}
                  </td>
                );
              })}
            </tr>
          ))}
        </tbody>
      </table>
    </section>
  );
}
