import { Link } from "@tanstack/react-router";
import { useTranslation } from "react-i18next";
import { useLabel } from "@/api/catalogues";
import { formatDay, formatNumber } from "@/i18n/format";
import { Icon } from "@/ui/Icon";
import { isOneClick, OneClick } from "./OneClick";
import { doneAt } from "./places";
import type { Part, WorkLine } from "./queries";
import styles from "./WorkList.module.css";

const tones = { overdue: "late", week: "soon", later: "plain" } as const;

type Props = { part: Part; lines: readonly WorkLine[]; count: number };

/** One part of what waits: each line says what, for whom, why, and has the one button. */
export function WorkList({ part, lines, count }: Props) {
  const { t } = useTranslation();
  if (count === 0) return null;
  return (
    <section className={styles.part} aria-labelledby={`work-${part}`} data-tone={tones[part]}>
      <h2 id={`work-${part}`}>
        {t(`work.${part}`)} <span className={styles.count}>{formatNumber(count)}</span>
      </h2>
      <ul>
        {lines.map((line) => (
          <Line key={`${line.act} ${line.object}`} line={line} />
        ))}
      </ul>
      {lines.length < count && (
        <p className={styles.more}>{t("work.more", { n: formatNumber(count - lines.length) })}</p>
      )}
    </section>
  );
}

function Line({ line }: { line: WorkLine }) {
  const { t } = useTranslation();
  const { days, due_on } = line;
  return (
    <li className={styles.line} data-act={line.act}>
      <span className={styles.due}>
        {due_on && days != null ? (
          <>
            <Icon name={days < 0 ? "alert" : "clock"} size={14} />
            <span>
              <strong>
                {days < 0
                  ? t("late.days", { n: formatNumber(-days) })
                  : t("soon.days", { n: formatNumber(days) })}
              </strong>
              <br />
              {formatDay(due_on)}
            </span>
          </>
        ) : (
          t("work.noDay")
        )}
      </span>
      <span className={styles.what}>
        <span>{line.why}</span>
        {line.agency && (
          <Link to="/agencies/$code" params={{ code: line.agency.code }} className={styles.agency}>
            {line.agency.name}
          </Link>
        )}
      </span>
      <span className={styles.acts}>
        {line.next_acts.map((act) => (
          <Act key={act.act} line={{ ...line, act: act.act }} act={act} />
        ))}
      </span>
    </li>
  );
}

/** The click that does it, its form, or why it has to wait. */
function Act({ line, act }: { line: WorkLine; act: WorkLine["next_acts"][number] }) {
  const label = useLabel();
  if (!act.allowed)
    return (
      <ul className={styles.why}>
        {act.blockers.map((blocker) => (
          <li key={`${blocker.code} ${blocker.message}`}>{blocker.message}</li>
        ))}
      </ul>
    );
  if (isOneClick(act.act)) return <OneClick line={line} />;
  return (
    <Link {...doneAt(line)} className={styles.act}>
      {label("acts", act.act)}
    </Link>
  );
}
