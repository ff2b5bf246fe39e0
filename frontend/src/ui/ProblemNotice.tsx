import { Button } from "@mantine/core";
import { useTranslation } from "react-i18next";
import { asProblem, type Problem } from "@/api/problem";
import type { MessageKey } from "@/i18n/vi";
import { Icon } from "./Icon";
import styles from "./ProblemNotice.module.css";

type Props = { problem: unknown; onRetry?: () => unknown };

const known: Record<number, MessageKey> = {
  0: "problem.network",
  401: "problem.unauthorized",
  403: "problem.forbidden",
  404: "problem.notFound",
  412: "problem.stale",
  413: "problem.tooLarge",
  429: "problem.tooMany",
};

/** What went wrong, where it went wrong: every reason, every field, the number for the helpdesk. */
export function ProblemNotice({ problem: thrown, onRetry }: Props) {
  const { t } = useTranslation();
  const problem: Problem = asProblem(thrown);
  const title = problem.message || t(known[problem.status] ?? "problem.server");
  const hint = problem.message ? known[problem.status] : undefined;
  return (
    <div role="alert" className={styles.notice}>
      <p className={styles.title}>
        <Icon name="alert" />
        {title}
      </p>
      {problem.detail && problem.detail !== title && problem.status !== 0 && (
        <p>{problem.detail}</p>
      )}
      {hint && problem.status === 412 && <p>{t(hint)}</p>}
      {problem.blockers.length > 0 && (
        <ul className={styles.list} aria-label={t("problem.blockers")}>
          {problem.blockers.map((each) => (
            <li key={`${each.code}${each.message}`}>{each.message || each.code}</li>
          ))}
        </ul>
      )}
      {problem.errors.length > 0 && (
        <ul className={styles.list} aria-label={t("problem.fields")}>
          {problem.errors.map((each) => (
            <li key={`${each.pointer}${each.code}${each.message}`}>
              {each.message} <span className={styles.small}>({each.pointer})</span>
            </li>
          ))}
        </ul>
      )}
      {problem.retryAfter && <p>{t("problem.retryAfter", { n: problem.retryAfter })}</p>}
      {problem.requestId && (
        <p className={styles.small}>{t("problem.requestId", { id: problem.requestId })}</p>
      )}
      {onRetry && (
        <div className="screen-only">
          <Button variant="default" size="xs" onClick={() => onRetry()}>
            {t("problem.retry")}
          </Button>
        </div>
      )}
    </div>
  );
}
