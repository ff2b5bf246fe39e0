import { Link } from "@tanstack/react-router";
import { useTranslation } from "react-i18next";
import type { components } from "@/api/schema";
import { formatNumber } from "@/i18n/format";
import { Icon } from "@/ui/Icon";
import { ToneTag } from "@/ui/Tag";
import styles from "./Checks.module.css";
import { Faults } from "./Faults";

export type Check = components["schemas"]["CheckRow"];
type Props = { checks: readonly Check[]; open: string | undefined; offset: number };

const tones = { high: "late", medium: "soon", low: "plain" } as const;

/** The checks as lines; the opened one shows its rows, and stands in the address. */
export function Checks({ checks, open, offset }: Props) {
  const { t } = useTranslation();
  const found = checks.filter(({ count }) => count > 0);
  const clean = checks.filter(({ count }) => count === 0);
  return (
    <>
      <ul className={styles.list}>
        {found.map(({ check, title, severity, count }) => {
          const opened = check === open;
          return (
            <li key={check} className={styles.check}>
              <div className={styles.line}>
                <Link
                  to="/data-quality"
                  search={(old) => ({ as_of: old.as_of, check: opened ? undefined : check })}
                  resetScroll={false}
                  className={styles.name}
                  aria-expanded={opened}
                  activeOptions={{ exact: true }}
                >
                  <Icon name={opened ? "down" : "right"} size={12} />
                  {title}
                </Link>
                <ToneTag tone={tones[severity]} text={t(`severity.${severity}`)} />
                <strong className={styles.count} data-check={check}>
                  {formatNumber(count)}
                </strong>
              </div>
              {opened && <Faults check={check} title={title} offset={offset} />}
            </li>
          );
        })}
      </ul>
      {clean.length > 0 && (
        <details className={styles.clean}>
          <summary>{t("quality.clean", { n: clean.length })}</summary>
          <ul>
            {clean.map(({ check, title }) => (
              <li key={check}>
                <Icon name="check" size={12} /> {title}
              </li>
            ))}
          </ul>
        </details>
      )}
    </>
  );
}
