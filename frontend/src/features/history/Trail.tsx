import { Button } from "@mantine/core";
import { useState } from "react";
import { useTranslation } from "react-i18next";
import { formatNumber } from "@/i18n/format";
import { Empty } from "@/ui/Empty";
import { Loaded } from "@/ui/Loaded";
import { entriesOf } from "./entries";
import { HistoryEntry } from "./HistoryEntry";
import { HistoryFilterBar } from "./HistoryFilterBar";
import styles from "./HistoryTab.module.css";
import { type HistoryFilters, PAGE, useHistory } from "./queries";

/** What happened to a record and to everything below it, filtered by the server. */
export function Trail({ object }: { object: string }) {
  const { t } = useTranslation();
  const [filters, setFilters] = useState<HistoryFilters>({});
  const [limit, setLimit] = useState(PAGE);
  const history = useHistory(object, filters, limit);
  const filtered = Object.values(filters).some(Boolean);
  const change = (next: HistoryFilters) => {
    setFilters(next);
    setLimit(PAGE);
  };
  return (
    <>
      <HistoryFilterBar people={history.data?.people ?? []} filters={filters} onChange={change} />
      <Loaded query={history} lines={10} height={320}>
        {({ results, count }) =>
          results.length === 0 ? (
            <Empty text={t(filtered ? "history.noneFound" : "tab.historyEmpty")} />
          ) : (
            <div aria-busy={history.isPlaceholderData}>
              <ol className={styles.entries}>
                {entriesOf(results).map((entry) => (
                  <HistoryEntry
                    key={`${entry.key}${entry.rows[0]?.object}${entry.rows.length}`}
                    entry={entry}
                  />
                ))}
              </ol>
              {count > results.length && (
                <Button
                  variant="default"
                  size="xs"
                  loading={history.isPlaceholderData}
                  onClick={() => setLimit((n) => n + PAGE)}
                >
                  {t("history.more", { n: formatNumber(count - results.length) })}
                </Button>
              )}
            </div>
          )
        }
      </Loaded>
    </>
  );
}
