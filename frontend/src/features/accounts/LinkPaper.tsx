import { Button } from "@mantine/core";
import { useState } from "react";
import { useTranslation } from "react-i18next";
import { useLabel } from "@/api/catalogues";
import { formatMoment } from "@/i18n/format";
import { Icon } from "@/ui/Icon";
import { PageHeader } from "@/ui/PageHeader";
import styles from "./LinkPaper.module.css";
import { type LinkAnswer, linkOf } from "./links";

type Props = { answer: LinkAnswer; onClose: () => void };

/** One sheet for one person: the name to sign in with, and the link that works once. */
export function LinkPaper({ answer, onClose }: Props) {
  const { t } = useTranslation();
  const label = useLabel();
  const [copied, setCopied] = useState(false);
  const { token, expires_at: until } = answer;
  const link = token ? linkOf(token) : null;
  const rows: [string, string | undefined][] = [
    [t("account.name"), answer.name],
    [t("account.agency"), answer.agency?.name],
    [t("account.role"), label("roles", answer.role)],
    [t("login.username"), answer.username],
    [t("account.until"), until && formatMoment(until)],
  ];
  return (
    <article className={styles.paper}>
      <PageHeader title={t("account.paperTitle")} withDay={false} />
      <dl className={styles.rows}>
        {rows.map(([term, words]) => (
          <div key={term}>
            <dt>{term}</dt>
            <dd>{words ?? "–"}</dd>
          </div>
        ))}
      </dl>
      {link ? (
        <>
          <p>{t("account.paperHow")}</p>
          <p className={styles.link} data-link>
            {link}
          </p>
          <p className={styles.note}>{t("account.paperOnce")}</p>
        </>
      ) : (
        <p role="alert">{t("account.paperGone")}</p>
      )}
      <div className={`${styles.buttons} screen-only`}>
        <Button onClick={() => window.print()}>{t("account.print")}</Button>
        {link && (
          <Button
            variant="default"
            leftSection={<Icon name={copied ? "check" : "copy"} />}
            onClick={() => navigator.clipboard?.writeText(link).then(() => setCopied(true))}
          >
            {t(copied ? "sentence.copied" : "account.copy")}
          </Button>
        )}
        <Button variant="default" onClick={onClose}>
          {t("account.back")}
        </Button>
      </div>
    </article>
  );
}
