import { Link } from "@tanstack/react-router";
import { useTranslation } from "react-i18next";
import { useCatalogues } from "@/api/catalogues";
import { type Records, useRecord } from "@/api/records";
import { todayHere } from "@/i18n/days";
import { formatDay } from "@/i18n/format";
import { useAsOf } from "@/ui/address";
import { ExportLinks } from "@/ui/ExportLinks";
import { Loaded } from "@/ui/Loaded";
import { Panel } from "@/ui/Panel";
import { Tag } from "@/ui/Tag";
import { useDaysLeft } from "@/ui/words";
import styles from "./Letters.module.css";
import { Reminder } from "./Reminder";

type Letter = Records["directives"];
type Task = Letter["tasks"][number];

/** One letter: each agency it went to, what it answered and how late; the list prints. */
export function LetterDetail({ id }: { id: number }) {
  const { t } = useTranslation();
  const asOf = useAsOf();
  const day = asOf ?? todayHere();
  const order = useCatalogues().data?.task_punctuality.map(({ code }) => code) ?? [];
  const letter = useRecord("directives", id);
  return (
    <Loaded query={letter} lines={8} height={300}>
      {(found) => {
        const tasks = found.tasks.toSorted(
          (a, b) =>
            order.indexOf(a.punctuality) - order.indexOf(b.punctuality) ||
            (b.days_late ?? 0) - (a.days_late ?? 0),
        );
        return (
          <Panel
            title={`${found.document.number} · ${found.document.abstract || ""}`}
            aside={
              <ExportLinks
                path="/api/v1/tasks"
                query={{ directive: id, as_of: asOf, ordering: "-days_late" }}
              />
            }
          >
            <p className="screen-only">
              <Link to="/letters" search={(old) => ({ as_of: old.as_of })}>
                {t("letter.back")}
              </Link>
            </p>
            <Answers tasks={tasks} />
            <Reminder
              letter={found}
              silent={tasks.filter(({ punctuality }) => punctuality === "silent")}
              day={day}
            />
          </Panel>
        );
      }}
    </Loaded>
  );
}

function Answers({ tasks }: { tasks: readonly Task[] }) {
  const { t } = useTranslation();
  return (
    <div className={styles.box}>
      <table className={styles.table}>
        <thead>
          <tr>
            <th scope="col">{t("col.agency")}</th>
            <th scope="col">{t("field.what")}</th>
            <th scope="col">{t("letter.due")}</th>
            <th scope="col">{t("col.state")}</th>
            <th scope="col">{t("letter.answer")}</th>
          </tr>
        </thead>
        <tbody>
          {tasks.map((task) => (
            <tr key={task.id}>
              <th scope="row">
                <Link
                  to="/agencies/$code"
                  params={{ code: task.agency.code }}
                  search={{ tab: "plan", record: `task:${task.id}` }}
                >
                  {task.agency.name}
                </Link>
              </th>
              <td>{task.what || "–"}</td>
              <td>{formatDay(task.due_on)}</td>
              <td>
                <Tag kind="task_punctuality" code={task.punctuality} /> <DaysOf task={task} />
              </td>
              <td>
                {[
                  task.answered_on && formatDay(task.answered_on),
                  task.answer,
                  task.delay_reason && t("letter.why", { why: task.delay_reason }),
                ]
                  .filter(Boolean)
                  .join(" · ") || "–"}
              </td>
            </tr>
          ))}
        </tbody>
      </table>
    </div>
  );
}

/** How many days late the answer came, or are left. */
function DaysOf({ task: { state, days_late } }: { task: Task }) {
  const { t } = useTranslation();
  const daysLeft = useDaysLeft();
  if (days_late === null) return null;
  if (state === "open" || state === "overdue") return daysLeft(-days_late);
  return days_late > 0 && t("letter.lateBy", { n: days_late });
}
