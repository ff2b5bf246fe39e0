import { Button, CopyButton, Textarea } from "@mantine/core";
import { Link } from "@tanstack/react-router";
import { useTranslation } from "react-i18next";
import { type Records, useRecord } from "@/api/records";
import { type Day, todayHere } from "@/i18n/days";
import { formatDay } from "@/i18n/format";
import { useAsOf } from "@/ui/address";
import { useFactDay } from "@/ui/factDay";
import { Loaded } from "@/ui/Loaded";
import { Panel } from "@/ui/Panel";
import { ToneTag } from "@/ui/Tag";
import { useDaysLeft } from "@/ui/words";
import styles from "./Letters.module.css";
import { type Answer, answersOf } from "./letters";

type Letter = Records["directives"];
const tones = { silent: "late", late: "soon", waiting: "due", on_time: "good" } as const;

/** One letter: each agency it went to, what it answered and how late; the list prints. */
export function LetterDetail({ id }: { id: number }) {
  const { t } = useTranslation();
  const day = useAsOf() ?? todayHere();
  const letter = useRecord("directives", id);
  return (
    <Loaded query={letter} lines={8} height={300}>
      {(found) => {
        const answers = answersOf(found.tasks, day);
        return (
          <Panel title={`${found.document.number} · ${found.document.abstract || ""}`}>
            <p className="screen-only">
              <Link to="/letters" search={(old) => ({ as_of: old.as_of })}>
                {t("letter.back")}
              </Link>
            </p>
            <Answers answers={answers} />
            <Reminder
              letter={found}
              silent={answers.filter(({ state }) => state === "silent")}
              day={day}
            />
          </Panel>
        );
      }}
    </Loaded>
  );
}

function Answers({ answers }: { answers: Answer[] }) {
  const { t } = useTranslation();
  const daysLeft = useDaysLeft();
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
          {answers.map(({ task, state, days }) => (
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
                <ToneTag tone={tones[state]} text={t(`letter.${state}`)} />{" "}
                {state === "late" && t("letter.lateBy", { n: days ?? 0 })}
                {(state === "silent" || state === "waiting") && days !== null && daysLeft(-days)}
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

type ReminderProps = { letter: Letter; silent: Answer[]; day: Day };

/** The text of a reminder, to be copied into a letter or a message. */
function Reminder({ letter, silent, day }: ReminderProps) {
  const { t } = useTranslation();
  const factDay = useFactDay();
  if (silent.length === 0) return <p className={styles.note}>{t("letter.nobody")}</p>;
  const lines = silent.map(({ task, days }, i) =>
    t("letter.line", {
      i: i + 1,
      agency: task.agency.name,
      due: formatDay(task.due_on),
      n: days ?? 0,
    }),
  );
  const text = [
    t("letter.text", {
      number: letter.document.number,
      signed: factDay(letter.document, "signed_on"),
      abstract: letter.document.abstract || "",
      day: formatDay(day),
    }),
    ...lines,
    t("letter.end"),
  ].join("\n");
  return (
    <section className={`${styles.reminder} screen-only`} aria-label={t("letter.reminder")}>
      <Textarea label={t("letter.reminder")} value={text} readOnly autosize maxRows={14} />
      <CopyButton value={text}>
        {({ copied, copy }) => (
          <Button size="xs" variant="default" onClick={copy}>
            {t(copied ? "letter.copied" : "letter.copy")}
          </Button>
        )}
      </CopyButton>
    </section>
  );
}
