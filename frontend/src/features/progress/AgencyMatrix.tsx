import { Link } from "@tanstack/react-router";
import { useTranslation } from "react-i18next";
import { useCatalogues, useLabel, useStages } from "@/api/catalogues";
import type { AgencyRow } from "@/api/types";
import { type Day, todayHere } from "@/i18n/days";
import { formatNumber } from "@/i18n/format";
import { useAsOf } from "@/ui/address";
import styles from "./AgencyMatrix.module.css";
import { DocumentShare, NextDeadline } from "./cells";
import { MatrixCell, MatrixNow } from "./MatrixCell";
import { stepsOf } from "./matrix";

/** Agencies by kind as rows, the stages in order as columns, tinted by the ramp. */
export function AgencyMatrix({ rows, dense }: { rows: AgencyRow[]; dense: boolean }) {
  const { t } = useTranslation();
  const label = useLabel();
  const day: Day = useAsOf() ?? todayHere();
  const ladder = useStages().filter(
    (stage) => stage.band !== "trouble" && stage.code !== "not_started",
  );
  const kinds = useCatalogues().data?.agency_kinds ?? [];
  const groups = kinds
    .map(({ code }) => ({ code, rows: rows.filter((row) => row.agency.kind === code) }))
    .filter((group) => group.rows.length > 0);
  const codes = ladder.map((stage) => stage.code);
  const here = (stage: string) => rows.filter((row) => row.stage === stage).length;
  const width = codes.length + 4;

  return (
    // biome-ignore lint/a11y/noNoninteractiveTabindex: a box that scrolls must be reachable by keyboard
    <section className={styles.box} aria-label={t("matrix.caption")} tabIndex={0}>
      <table className={styles.table} data-dense={dense || undefined}>
        <caption className="visually-hidden">{t("matrix.caption")}</caption>
        <thead>
          <tr>
            <th scope="col">{t("col.agency")}</th>
            {ladder.map((stage) => (
              <th key={stage.code} scope="col" className={styles.stage}>
                {label("stages", stage.code)}
                <span className={styles.count}>
                  {t("matrix.count", { n: formatNumber(here(stage.code)) })}
                </span>
              </th>
            ))}
            <th scope="col">{t("col.documents")}</th>
            <th scope="col" className={styles.findings}>
              {t("col.open")}/{t("col.overdue").toLowerCase()}
            </th>
            <th scope="col">{t("col.next")}</th>
          </tr>
        </thead>
        {groups.map((group) => (
          <tbody key={group.code}>
            <tr className={styles.group}>
              <th scope="rowgroup" colSpan={width}>
                <span>
                  {label("agency_kinds", group.code)} · {formatNumber(group.rows.length)}
                </span>
              </th>
            </tr>
            {group.rows.map((row) => (
              <tr key={row.agency.code}>
                <th scope="row">
                  <Link to="/agencies/$code" params={{ code: row.agency.code }}>
                    {row.agency.name}
                  </Link>
                  <MatrixNow row={row} outside={!codes.includes(row.stage)} />
                </th>
                {stepsOf(row, codes, day).map((step) => (
                  <MatrixCell key={step.stage} step={step} maintained={row.maintained} />
                ))}
                <td className={styles.right}>
                  <DocumentShare row={row} />
                </td>
                <td className={styles.right}>
                  {row.rollout ? (
                    <>
                      {formatNumber(row.findings.open)}/
                      <span className={row.findings.overdue ? styles.late : undefined}>
                        {formatNumber(row.findings.overdue)}
                      </span>
                    </>
                  ) : (
                    "–"
                  )}
                </td>
                <td>
                  <NextDeadline row={row} />
                </td>
              </tr>
            ))}
          </tbody>
        ))}
      </table>
    </section>
  );
}
