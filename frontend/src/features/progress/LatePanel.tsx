import { Link } from "@tanstack/react-router";
import { useTranslation } from "react-i18next";
import type { Day } from "@/i18n/days";
import { formatNumber } from "@/i18n/format";
import { Empty } from "@/ui/Empty";
import { Icon } from "@/ui/Icon";
import { Loading } from "@/ui/Loading";
import { Panel } from "@/ui/Panel";
import { ProblemNotice } from "@/ui/ProblemNotice";
import styles from "./lists.module.css";
import { useDeadlines } from "./queries";

/** What is late: agency, what, for how long, why, who answers for it. */
export function LatePanel({ asOf }: { asOf: Day | undefined }) {
  const { t } = useTranslation();
  const late = useDeadlines(asOf);
  return (
    <Panel
      title={t("late.title")}
      aside={late.data && t("late.aside", { n: formatNumber(late.data.count) })}
    >
      {late.isPending ? (
        <Loading lines={6} height={220} />
      ) : late.error ? (
        <ProblemNotice problem={late.error} onRetry={late.refetch} />
      ) : late.data.results.length === 0 ? (
        <Empty text={t("late.none")} />
      ) : (
        <ul className={styles.list}>
          {late.data.results.map((each) => (
            <li key={`${each.agency.code}${each.what}${each.due_on}`} data-tone="late">
              <span className={styles.sign}>
                <Icon name="alert" size={14} />
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
                  · {each.what}
                </p>
                <p className={styles.small}>
                  <strong>{t("late.days", { n: formatNumber(each.days) })}</strong>
                  {each.responsible && ` · ${each.responsible}`}
                  {each.why && ` · ${each.why}`}
                  {!!each.unanswered && ` · ${t("late.unanswered", { n: each.unanswered })}`}
                </p>
              </div>
            </li>
          ))}
        </ul>
      )}
    </Panel>
  );
}
