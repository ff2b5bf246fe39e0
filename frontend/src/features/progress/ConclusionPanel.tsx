import { useTranslation } from "react-i18next";
import { useCatalogues } from "@/api/catalogues";
import { type Day, todayHere } from "@/i18n/days";
import { formatDay, formatNumber } from "@/i18n/format";
import { Bars } from "@/ui/Bars";
import { Empty } from "@/ui/Empty";
import { Loading } from "@/ui/Loading";
import { Panel } from "@/ui/Panel";
import { ProblemNotice } from "@/ui/ProblemNotice";
import { RowsLink } from "@/ui/RowsLink";
import styles from "./lists.module.css";
import { useDirectives } from "./queries";

/** Conclusions of the last council meeting: what of them is done, open, overdue. */
export function ConclusionPanel({ asOf }: { asOf: Day | undefined }) {
  const { t } = useTranslation();
  const found = useDirectives(asOf, { kind: "council_conclusion", limit: 1 });
  const known = useCatalogues().data;
  const last = found.data?.results[0];
  const day = asOf ?? todayHere();
  if (found.isPending || !known) return <Loading lines={3} height={120} />;
  const tasks = last?.tasks ?? [];
  const done = tasks.filter(
    (task) =>
      (task.done_on && task.done_on <= day) || (task.answered_on && task.answered_on <= day),
  );
  const late = tasks.filter((task) => !done.includes(task) && task.due_on && task.due_on < day);
  const parts = [
    { code: "done", n: done.length, tone: undefined },
    { code: "open", n: tasks.length - done.length - late.length, tone: "due" },
    { code: "overdue", n: late.length, tone: "late" },
  ] as const;
  return (
    <Panel
      title={t("conclusion.title")}
      aside={last && `${last.document.number} · ${formatDay(last.document.signed_on)}`}
    >
      {found.error ? (
        <ProblemNotice problem={found.error} onRetry={found.refetch} />
      ) : !last ? (
        <Empty text={t("conclusion.none")} />
      ) : (
        <>
          {last.document.abstract && <p className={styles.abstract}>{last.document.abstract}</p>}
          <Bars
            caption={t("conclusion.title")}
            bars={parts.map((part) => ({
              code: part.code,
              label: t(`conclusion.${part.code}`),
              part: part.n,
              whole: tasks.length,
              tone: part.tone,
              figure: formatNumber(part.n),
            }))}
          />
          <p className={styles.all}>
            <RowsLink
              list={{ to: "/tasks", search: { directive: [String(last.id)] } }}
              count={tasks.length}
            >
              {t("conclusion.all", { n: formatNumber(tasks.length) })}
            </RowsLink>
          </p>
        </>
      )}
    </Panel>
  );
}
