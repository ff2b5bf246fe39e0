import { useTranslation } from "react-i18next";
import { useLabel } from "@/api/catalogues";
import { type Records, useRecords } from "@/api/records";
import type { Query } from "@/api/types";
import { formatDay } from "@/i18n/format";
import { Fact, FactList } from "@/ui/Fact";
import { useFactDay } from "@/ui/factDay";
import { RecordActs } from "@/ui/forms/RecordActs";
import { Loaded } from "@/ui/Loaded";
import { Tag } from "@/ui/Tag";
import { directiveRecord, taskRecord } from "./forms";

/** What the province ordered, and what this agency answered. */
export function Directives({ agency, query }: { agency: string; query: Query }) {
  const { t } = useTranslation();
  const label = useLabel();
  const day = useFactDay();
  const directives = useRecords("directives", query);
  return (
    <Loaded query={directives}>
      {({ results }) => (
        <FactList title={t("directive.title")} none={t("directive.none")}>
          {results.map((each) => [
            <Fact
              key={each.id}
              day={day(each.document, "signed_on")}
              name={each.document.number}
              title={`${each.document.number} · ${each.document.issuer}`}
              record={each}
              spec={directiveRecord}
            >
              <span>
                {label("directive_kinds", each.kind)}
                {each.document.abstract && `: ${each.document.abstract}`}
              </span>
              {each.orders_transition && (
                <span>
                  {t("directive.transition", {
                    from: each.orders_transition[0] ?? "",
                    to: each.orders_transition[1] ?? "",
                  })}
                </span>
              )}
            </Fact>,
            ...each.tasks
              .filter((task) => task.agency?.code === agency)
              .map((task) => (
                <Task key={`t${task.id}`} task={task} number={each.document.number} />
              )),
          ])}
        </FactList>
      )}
    </Loaded>
  );
}

function Task({ task, number }: { task: Records["tasks"]; number: string }) {
  const { t } = useTranslation();
  const told = task.done_on ?? task.answered_on;
  return (
    <Fact
      day={task.due_on ? t("task.due", { day: formatDay(task.due_on) }) : ""}
      name={t("task.name", { number })}
      title={`↳ ${task.what || t("task.none")}`}
      tags={
        <>
          <Tag kind="task_states" code={task.state} /> {told && formatDay(told)}
          {task.punctuality === "late" && <Tag kind="task_punctuality" code="late" />}
          {!task.done_on && <RecordActs id={task.id} spec={taskRecord} />}
        </>
      }
      record={task}
      spec={taskRecord}
    >
      {task.answer && <span>{task.answer}</span>}
      {task.delay_reason && <span>{t("task.delay", { why: task.delay_reason })}</span>}
    </Fact>
  );
}
