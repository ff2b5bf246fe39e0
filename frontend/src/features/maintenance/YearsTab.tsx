import { useTranslation } from "react-i18next";
import { useRecords } from "@/api/records";
import { Empty } from "@/ui/Empty";
import { Fact, FactList } from "@/ui/Fact";
import { useFactDay } from "@/ui/factDay";
import type { FileProps } from "@/ui/file";
import { Acts } from "@/ui/forms/Acts";
import type { FormSpec } from "@/ui/forms/spec";
import { Loaded } from "@/ui/Loaded";
import { Panel } from "@/ui/Panel";
import { yearsOf } from "./entries";
import { useEntryWords } from "./entryWords";
import { yearForms } from "./forms";

/** What an agency does every year, one short list per year. */
export function YearsTab({ agency, acts, asOf, also }: FileProps & { also: readonly FormSpec[] }) {
  const { t } = useTranslation();
  const day = useFactDay();
  const words = useEntryWords();
  const query = { agency, as_of: asOf };
  const years = useRecords("maintenance-years", query);
  const audits = useRecords("audits", { ...query, kind: "internal" });
  const reviews = useRecords("management-reviews", query);
  const trainings = useRecords("trainings", query);
  const boards = useRecords("boards", query);
  const groups = yearsOf({
    year: years.data?.results ?? [],
    audit: audits.data?.results ?? [],
    review: reviews.data?.results ?? [],
    training: trainings.data?.results ?? [],
    board: boards.data?.results ?? [],
  });
  return (
    <Panel title={t("tab.years")}>
      <Acts acts={acts} forms={[...yearForms, ...also]} parents={{ agency }} />
      <Loaded query={years}>
        {() =>
          groups.length === 0 ? (
            <Empty text={t("years.none")} />
          ) : (
            groups.map(({ year, entries }) => (
              <FactList
                key={year}
                title={year ? t("years.year", { year }) : t("years.unknown")}
                none=""
              >
                {entries.map((entry) => {
                  const { title, more } = words(entry);
                  return (
                    <Fact
                      key={`${entry.kind}${entry.row.id}`}
                      day={entry.kind === "year" ? "" : day(entry.row, entry.dayName)}
                      name={title}
                      title={title}
                      record={entry.row}
                      spec={entry.spec}
                    >
                      {more.map((line) => (
                        <span key={line}>{line}</span>
                      ))}
                    </Fact>
                  );
                })}
              </FactList>
            ))
          )
        }
      </Loaded>
    </Panel>
  );
}
