import { Button } from "@mantine/core";
import { useState } from "react";
import { useTranslation } from "react-i18next";
import type { components } from "@/api/schema";
import { Icon } from "@/ui/Icon";
import styles from "./feeds.module.css";

/** The client with its token, which is told once. */
export type Issued = components["schemas"]["IssuedShape"];

/** The token that was just issued: to be copied now, it is never shown again. */
export function Token({ issued, onKept }: { issued: Issued; onKept: () => void }) {
  const { t } = useTranslation();
  const [copied, setCopied] = useState(false);
  const { token, name } = issued;
  return (
    <section className={`${styles.token} screen-only`} aria-label={t("feed.issued", { name })}>
      <h2>{t("feed.issued", { name })}</h2>
      {token ? (
        <>
          <code data-token>{token}</code>
          <p className={styles.warn}>
            <Icon name="alert" size={14} /> {t("feed.once")}
          </p>
        </>
      ) : (
        <p role="alert">{t("feed.gone")}</p>
      )}
      <div className={styles.buttons}>
        {token && (
          <Button
            size="xs"
            leftSection={<Icon name={copied ? "check" : "copy"} />}
            onClick={() => navigator.clipboard?.writeText(token).then(() => setCopied(true))}
          >
            {t(copied ? "sentence.copied" : "feed.copy")}
          </Button>
        )}
        <Button size="xs" variant="default" onClick={onKept}>
          {t("feed.kept")}
        </Button>
      </div>
    </section>
  );
}
