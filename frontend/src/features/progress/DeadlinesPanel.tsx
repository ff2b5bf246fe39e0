import { Link } from "@tanstack/react-router";
import { useTranslation } from "react-i18next";
import type { Day } from "@/i18n/days";
import { formatDay, formatNumber } from "@/i18n/format";
import { Empty } from "@/ui/Empty";
import { Icon } from "@/ui/Icon";
import { Loading } from "@/ui/Loading";
import { Panel } from "@/ui/Panel";
import { ProblemNotice } from "@/ui/ProblemNotice";
import { useWhat } from "@/ui/words";
import styles from "./lists.module.css";
import { useDeadlines } from "./queries";

type Props = { asOf: Day | undefined; overdue: boolean };

/** What is past its day, the longest first; or, apart from it, what comes next. */
export function DeadlinesPanel({ asOf, overdue }: Props) {
  const { t } = useTranslation();
  const what = useWhat();
  const rows = useDeadlines(asOf, overdue);
  const text = overdue ? "late" : "soon";
  return (
    <Panel
      title={t(`${text}.title`)}
      aside={rows.data && t(`${text}.aside`, { n: formatNumber(rows.data.count) })}
    >
      {rows.isPending ? (
        <Loading lines={6} height={220} />
      ) : rows.error ? (
        <ProblemNotice problem={rows.error} onRetry={rows.refetch} />
      ) : rows.data.results.length === 0 ? (
        <Empty text={t(`${text}.none`)} />
      ) : (
        <>
          <ul className={styles.list}>
            {rows.data.results.map((each) => (
              <li
                key={`${each.agency.code}${each.what}${each.due_on}${each.object}`}
                data-tone={overdue ? "late" : each.days <= 30 ? "soon" : "due"}
              >
                <span className={styles.sign}>
                  <Icon name={overdue ? "alert" : "clock"} size={14} />
                </span>
                <div>
                  <p>
                    <Link
                      to="/agencies/$code"
                      params={{ code: each.agency.code }}
                      className={styles.agency}
                    >
                      {each.agency.name}
                    </Link>{" "}
                    · {what(each.what)}
                  </p>
                  <p className={styles.small}>
                    <strong>
                      {t(overdue ? "late.days" : "soon.days", {
                        n: formatNumber(Math.abs(each.days)),
                      })}
                    </strong>
                    {` · ${t("late.due", { day: formatDay(each.due_on) })}`}
                  </p>
                </div>
              </li>
            ))}
          </ul>
          {rows.data.count > rows.data.results.length && (
            <p className={styles.all}>
              <Link to="/agencies" search={{ ordering: ["next_deadline"] }}>
                {t("late.all")}
              </Link>
            </p>
          )}
        </>
      )}
    </Panel>
  );
}
