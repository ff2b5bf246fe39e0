import { useTranslation } from "react-i18next";
import { formatNumber } from "@/i18n/format";
import { RowsLink } from "@/ui/RowsLink";
import { ToneTag } from "@/ui/Tag";
import styles from "./indicators.module.css";
import type { Indicator } from "./queries";
import { Value } from "./Value";
import { usePartName, useTitle } from "./words";

type Props = { indicators: Indicator[]; dated: boolean; basis: boolean };

/** Each indicator in a line: what it is, how far, how much of it is confirmed. */
export function IndicatorTable({ indicators, dated, basis }: Props) {
  const { t } = useTranslation();
  return (
    <table className={styles.list}>
      <caption className="visually-hidden">{t("indicator.title")}</caption>
      <thead>
        <tr>
          <th scope="col">{t("indicator.one")}</th>
          <th scope="col">{t("indicator.result")}</th>
          <th scope="col" data-number>
            {t("indicator.confirmed")}
          </th>
        </tr>
      </thead>
      <tbody>
        {indicators.map((each) => (
          <Row key={each.code} indicator={each} dated={dated} basis={basis} />
        ))}
      </tbody>
    </table>
  );
}

function Row({ indicator, dated, basis }: Omit<Props, "indicators"> & { indicator: Indicator }) {
  const { t } = useTranslation();
  const title = useTitle();
  const partName = usePartName();
  const name = title(indicator);
  return (
    <tr data-indicator={indicator.code}>
      <th scope="row">
        <span className={styles.code}>{indicator.code}</span>
        <span className={styles.title}>
          <span>{name}</span>
          {!indicator.formula_confirmed && (
            <span className={styles.tag} title={t("indicator.unconfirmedHint")}>
              <ToneTag tone="due" text={t("indicator.unconfirmed")} />
            </span>
          )}
          {basis && indicator.legal_basis && (
            <span className={styles.quiet}>
              {t("indicator.basis", { basis: indicator.legal_basis })}
            </span>
          )}
        </span>
      </th>
      <td>
        <Value measured={indicator} name={name} dated={dated} />
        {indicator.parts.length > 0 && (
          <span className={styles.quiet}>
            {t("indicator.parts")}{" "}
            {indicator.parts.map((part, i) => (
              <span key={part.figure}>
                {i > 0 && ", "}
                <RowsLink list={part.list} count={part.count} dated={dated}>
                  {t("indicator.part", { n: formatNumber(part.count), what: partName(part) })}
                </RowsLink>
              </span>
            ))}
          </span>
        )}
      </td>
      <td data-number data-words={` ${t("indicator.confirmedWords")}`}>
        <RowsLink
          list={indicator.lists.confirmed}
          count={indicator.confirmed}
          dated={dated}
          label={t("indicator.confirmedOf", { name, n: formatNumber(indicator.confirmed) })}
        >
          {formatNumber(indicator.confirmed)}
        </RowsLink>
      </td>
    </tr>
  );
}
