import { useEffect, useRef } from "react";
import { useTranslation } from "react-i18next";
import type { Problem } from "@/api/problem";
import { fieldOf } from "./form";
import { Icon } from "./Icon";
import styles from "./ProblemNotice.module.css";

type Props = {
  problem: Problem | null;
  /** Field name → its label and the id of its input. */
  labels?: Record<string, { label: string; id?: string }>;
};

/** After a refused form: all that is wrong, in one place that takes the focus. */
export function ErrorSummary({ problem, labels = {} }: Props) {
  const { t } = useTranslation();
  const box = useRef<HTMLDivElement>(null);
  useEffect(() => {
    if (problem) box.current?.focus();
  }, [problem]);
  if (!problem) return null;
  const away = problem.status === 0;
  // A reason that belongs to a field stands among the errors too; once is enough.
  const blockers = problem.blockers.filter(
    ({ message }) => !problem.errors.some((each) => each.message === message),
  );
  return (
    <div ref={box} tabIndex={-1} role="alert" className={styles.notice}>
      <p className={styles.title}>
        <Icon name="alert" />
        {problem.message || t(away ? "problem.network" : "problem.server")}
      </p>
      {problem.errors.length === 0 && problem.blockers.length === 0 && problem.detail && !away && (
        <p>{problem.detail}</p>
      )}
      <ul className={styles.list}>
        {problem.errors.map((each) => {
          const field = labels[fieldOf(each.pointer)];
          const words = field ? `${field.label}: ${each.message}` : each.message;
          return (
            <li key={`${each.pointer}${each.code}${each.message}`}>
              {field?.id ? <a href={`#${field.id}`}>{words}</a> : words}
            </li>
          );
        })}
        {blockers.map((each) => (
          <li key={`${each.code}${each.message}`}>{each.message || each.code}</li>
        ))}
      </ul>
      {problem.requestId && (
        <p className={styles.small}>{t("problem.requestId", { id: problem.requestId })}</p>
      )}
    </div>
  );
}
