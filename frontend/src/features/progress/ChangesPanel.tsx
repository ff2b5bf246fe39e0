import { Link } from "@tanstack/react-router";
import { useState } from "react";
import { useTranslation } from "react-i18next";
import { useLabel, useStages } from "@/api/catalogues";
import type { Change } from "@/api/types";
import type { Day } from "@/i18n/days";
import { formatDay, formatNumber } from "@/i18n/format";
import { Empty } from "@/ui/Empty";
import { Icon } from "@/ui/Icon";
import { Loading } from "@/ui/Loading";
import { Panel } from "@/ui/Panel";
import { ProblemNotice } from "@/ui/ProblemNotice";
import styles from "./lists.module.css";
import { CHANGE_DAYS, useChanges } from "./queries";

const SHOWN = 6;

/** What moved in the month before the day; what was recorded only afterwards stands apart. */
export function ChangesPanel({ day }: { day: Day }) {
  const { t } = useTranslation();
  const [all, setAll] = useState(false);
  const changes = useChanges(day);
  const rows = changes.data?.results ?? [];
  const groups = [
    rows.filter((row) => !row.recorded_late),
    rows.filter((row) => row.recorded_late),
  ];
  return (
    <Panel
      title={t("changes.title", { n: CHANGE_DAYS })}
      aside={changes.data && t("changes.aside", { n: formatNumber(rows.length) })}
    >
      {changes.isPending ? (
        <Loading lines={6} height={220} />
      ) : changes.error ? (
        <ProblemNotice problem={changes.error} onRetry={changes.refetch} />
      ) : rows.length === 0 ? (
        <Empty text={t("changes.none", { n: CHANGE_DAYS })} />
      ) : (
        groups.map(
          (group, late) =>
            group.length > 0 && (
              <div key={group[0]?.agency.code} className={styles.group}>
                {late === 1 && <h3 className={styles.apart}>{t("changes.recordedLate")}</h3>}
                <ul className={styles.list}>
                  {group.slice(0, all ? undefined : SHOWN).map((each) => (
                    <Moved key={each.agency.code} change={each} />
                  ))}
                </ul>
              </div>
            ),
        )
      )}
      {!all && groups.some((group) => group.length > SHOWN) && (
        <button type="button" className={styles.more} onClick={() => setAll(true)}>
          {t("changes.all", { n: formatNumber(rows.length) })}
        </button>
      )}
    </Panel>
  );
}

function Moved({ change }: { change: Change }) {
  const { t } = useTranslation();
  const label = useLabel();
  const stages = useStages();
  const place = (code: string | null) => stages.find((stage) => stage.code === code);
  const [before, after] = [place(change.before), place(change.after)];
  const down =
    after?.band === "trouble" ||
    (before !== undefined && after !== undefined && after.order < before.order);
  const words = { before: label("stages", change.before), after: label("stages", change.after) };
  return (
    <li data-tone={down ? "late" : "good"}>
      <span className={styles.sign}>
        <Icon name={down ? "down" : "up"} size={14} />
      </span>
      <div>
        <p>
          <Link
            to="/agencies/$code"
            params={{ code: change.agency.code }}
            className={styles.agency}
          >
            {change.agency.name}
          </Link>{" "}
          {t(change.before ? "changes.moved" : "changes.begun", words)}
        </p>
        <p className={styles.small}>
          {change.number && `${change.number} · `}
          {change.since ? formatDay(change.since) : t("changes.noDay")}
        </p>
      </div>
    </li>
  );
}
