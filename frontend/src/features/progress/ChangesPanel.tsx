import { Link } from "@tanstack/react-router";
import { useTranslation } from "react-i18next";
import type { Day } from "@/i18n/days";
import { formatDay, formatNumber } from "@/i18n/format";
import { Empty } from "@/ui/Empty";
import { Icon } from "@/ui/Icon";
import { Loading } from "@/ui/Loading";
import { Panel } from "@/ui/Panel";
import { ProblemNotice } from "@/ui/ProblemNotice";
import styles from "./lists.module.css";
import { useChanges } from "./queries";

/** What moved in the month before the day; what was recorded late says so. */
export function ChangesPanel({ day }: { day: Day }) {
  const { t } = useTranslation();
  const changes = useChanges(day);
  return (
    <Panel
      title={t("changes.title")}
      aside={changes.data && t("changes.aside", { n: formatNumber(changes.data.count) })}
    >
      {changes.isPending ? (
        <Loading lines={6} height={220} />
      ) : changes.error ? (
        <ProblemNotice problem={changes.error} onRetry={changes.refetch} />
      ) : changes.data.results.length === 0 ? (
        <Empty text={t("changes.none")} />
      ) : (
        <ul className={styles.list}>
          {changes.data.results.map((each) => (
            <li key={`${each.agency.code}${each.on}${each.text}`} data-tone={each.tone ?? "good"}>
              <span className={styles.sign}>
                <Icon name={each.tone === "late" ? "down" : "up"} size={14} />
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
                  {each.text}
                </p>
                <p className={styles.small}>
                  {each.number && `${each.number} · `}
                  {formatDay(each.on)}
                  {each.late &&
                    ` · ${t("changes.lateRecord", { day: formatDay(each.recorded_at) })}`}
                </p>
              </div>
            </li>
          ))}
        </ul>
      )}
    </Panel>
  );
}
