import { Button } from "@mantine/core";
import { Link } from "@tanstack/react-router";
import { useState } from "react";
import { useTranslation } from "react-i18next";
import { type Records, useMay, useRecords } from "@/api/records";
import { todayHere } from "@/i18n/days";
import { formatNumber } from "@/i18n/format";
import { useAsOf } from "@/ui/address";
import { Empty } from "@/ui/Empty";
import { useFactDay } from "@/ui/factDay";
import { OpenForm } from "@/ui/forms/OpenForm";
import { Loaded } from "@/ui/Loaded";
import { Panel } from "@/ui/Panel";
import { letterForm } from "./form";
import styles from "./Letters.module.css";
import { type AnswerState, answersOf, states } from "./letters";

type Letter = Records["directives"];

/** Every letter with tasks: how many answered in time, late, or not at all. */
export function Letters() {
  const { t } = useTranslation();
  const asOf = useAsOf();
  const may = useMay();
  const [writing, setWriting] = useState(false);
  const letters = useRecords("directives", { as_of: asOf, ordering: "-signed_on" });
  return (
    <Panel title={t("letter.list")}>
      {may("directive.record") && (
        <Button
          size="xs"
          variant="default"
          className="screen-only"
          onClick={() => setWriting(true)}
        >
          {t("letter.new")}
        </Button>
      )}
      {writing && <OpenForm spec={letterForm} parents={{}} onClose={() => setWriting(false)} />}
      <Loaded query={letters} lines={8} height={300}>
        {({ results }) => {
          const asking = results.filter(({ tasks }) => tasks.length > 0);
          return asking.length === 0 ? (
            <Empty text={t("letter.none")} />
          ) : (
            <Table letters={asking} day={asOf ?? todayHere()} />
          );
        }}
      </Loaded>
    </Panel>
  );
}

function Table({ letters, day }: { letters: Letter[]; day: string }) {
  const { t } = useTranslation();
  const factDay = useFactDay();
  return (
    <div className={styles.box}>
      <table className={styles.table}>
        <thead>
          <tr>
            <th scope="col">{t("col.number")}</th>
            <th scope="col">{t("col.signed")}</th>
            <th scope="col">{t("col.abstract")}</th>
            <th scope="col">{t("letter.agencies")}</th>
            {states.map((state) => (
              <th key={state} scope="col">
                {t(`letter.${state}`)}
              </th>
            ))}
          </tr>
        </thead>
        <tbody>
          {letters.map((each) => {
            const answers = answersOf(each.tasks, day);
            const count = (state: AnswerState) =>
              answers.filter((answer) => answer.state === state).length;
            return (
              <tr key={each.id}>
                <th scope="row">
                  <Link to="/letters" search={(old) => ({ ...old, letter: each.id })}>
                    {each.document.number}
                  </Link>
                </th>
                <td>{factDay(each.document, "signed_on")}</td>
                <td>{each.document.abstract || "–"}</td>
                <td className={styles.number}>{formatNumber(answers.length)}</td>
                {states.map((state) => (
                  <td key={state} className={styles.number} data-state={count(state) ? state : ""}>
                    {formatNumber(count(state))}
                  </td>
                ))}
              </tr>
            );
          })}
        </tbody>
      </table>
    </div>
  );
}
