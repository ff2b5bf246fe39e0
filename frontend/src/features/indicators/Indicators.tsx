import { Select } from "@mantine/core";
import { useTranslation } from "react-i18next";
import { formatDay } from "@/i18n/format";
import { periodName, recentPeriods } from "@/i18n/periods";
import { useAsOf } from "@/ui/address";
import { Empty } from "@/ui/Empty";
import { Loaded } from "@/ui/Loaded";
import { PageHeader } from "@/ui/PageHeader";
import { Panel } from "@/ui/Panel";
import { IndicatorTable } from "./IndicatorTable";
import styles from "./indicators.module.css";
import { KindTable } from "./KindTable";
import { useIndicators } from "./queries";

type Props = { period: string | undefined; onPeriod: (period: string | undefined) => void };

/** The indicators of the programme on the day shown, or of a reporting period. */
export function Indicators({ period, onPeriod }: Props) {
  const { t } = useTranslation();
  const indicators = useIndicators(useAsOf(), period);
  const dated = period !== undefined;
  return (
    <div className={styles.page}>
      <PageHeader
        title={t("indicator.title")}
        withDay={!dated}
        actions={
          <Select
            aria-label={t("indicator.period")}
            placeholder={t("indicator.byDay")}
            className={styles.period}
            clearable
            searchable
            data={recentPeriods(undefined, 3, true)}
            value={period ?? null}
            onChange={(code) => onPeriod(code ?? undefined)}
          />
        }
      />
      <Loaded query={indicators} lines={14} height={620}>
        {({ results, as_of: day, period: told }) => {
          const [first, ...others] = [...new Set(results.map((each) => each.legal_basis))];
          const same = others.length === 0;
          const due = results[0]?.due_from;
          return results.length === 0 ? (
            <Empty text={t("indicator.none")} />
          ) : (
            <div className={styles.page} aria-busy={indicators.isPlaceholderData}>
              <Panel
                title={
                  told
                    ? t("indicator.onDayPeriod", {
                        period: periodName(told.code),
                        day: formatDay(day),
                      })
                    : t("indicator.onDay", { day: formatDay(day) })
                }
                aside={told?.runs && t("indicator.runs")}
                note={[
                  t("indicator.bar"),
                  same && first && t("indicator.basis", { basis: first }),
                  due && t("indicator.dueFrom", { day: formatDay(due) }),
                ]
                  .filter(Boolean)
                  .join(" ")}
              >
                <IndicatorTable indicators={results} dated={dated} basis={!same} />
              </Panel>
              <Panel title={t("indicator.byKind")}>
                <KindTable indicators={results} dated={dated} />
              </Panel>
            </div>
          );
        }}
      </Loaded>
    </div>
  );
}
