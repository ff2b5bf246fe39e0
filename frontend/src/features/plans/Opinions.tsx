import { lazy, Suspense, useState } from "react";
import { useTranslation } from "react-i18next";
import { type Records, useRecord } from "@/api/records";
import type { NextAct } from "@/api/types";
import { formatDay } from "@/i18n/format";
import { ActButton } from "@/ui/ActButton";
import { hiddenFrom } from "@/ui/forms/hidden";
import type { Target } from "@/ui/forms/spec";
import { Icon } from "@/ui/Icon";
import styles from "./Opinions.module.css";
import { answerForm } from "./rounds";

const FormBody = lazy(() =>
  import("@/ui/forms/FormBody").then((module) => ({ default: module.FormBody })),
);

type Appraisal = Records["appraisals"];
type Opinion = Appraisal["opinions"][number];

/** The council's opinions as a checklist; the agency answers each where it stands. */
export function Opinions({ appraisal }: { appraisal: Appraisal }) {
  const { t } = useTranslation();
  const record = useRecord("appraisals", appraisal.id);
  const act = record.data?.next_acts.find((each) => each.act === "appraisal.answer");
  return (
    <ol className={styles.list} aria-label={t("opinion.list")}>
      {appraisal.opinions.map((opinion, i) => (
        <Line
          key={opinion.id}
          n={i + 1}
          opinion={opinion}
          act={act && !hiddenFrom(act) ? act : undefined}
          target={record.data as unknown as Target | undefined}
        />
      ))}
    </ol>
  );
}

type Props = {
  n: number;
  opinion: Opinion;
  act: NextAct | undefined;
  target: Target | undefined;
};

function Line({ n, opinion, act, target }: Props) {
  const { t } = useTranslation();
  const [open, setOpen] = useState(false);
  const answered = opinion.answer !== "";
  const word = t(answered ? "opinion.answered" : "opinion.unanswered");
  return (
    <li className={styles.line} data-answered={answered || undefined}>
      <span className={styles.mark} title={word}>
        <Icon name={answered ? "check" : "circle"} size={14} />
        <span className="visually-hidden">{word}:</span>
      </span>
      <div className={styles.words}>
        <p className={styles.text}>{t("opinion.one", { n, text: opinion.text })}</p>
        {answered && (
          <p>
            {t("opinion.answer", { text: opinion.answer })}
            {opinion.answered_on && ` (${formatDay(opinion.answered_on)})`}
          </p>
        )}
        {open && target ? (
          <Suspense fallback={null}>
            <div className={styles.form}>
              <FormBody
                spec={answerForm(opinion.id)}
                parents={{}}
                target={target}
                inPlace
                onClose={() => setOpen(false)}
                onDone={() => setOpen(false)}
              />
            </div>
          </Suspense>
        ) : (
          act && (
            <span className="screen-only">
              <ActButton
                act={act}
                size="compact-xs"
                variant="default"
                aria-label={t(answered ? "opinion.changeOf" : "opinion.giveOf", { n })}
                onClick={() => setOpen(true)}
              >
                {t(answered ? "opinion.change" : "opinion.give")}
              </ActButton>
            </span>
          )
        )}
      </div>
    </li>
  );
}
