import { ActionIcon } from "@mantine/core";
import { useState } from "react";
import { useTranslation } from "react-i18next";
import type { Summary } from "@/api/types";
import { formatChange, formatDay } from "@/i18n/format";
import { Icon } from "@/ui/Icon";
import styles from "./Sentence.module.css";

/** The one sentence a leader can repeat; copied with the address that shows the same day. */
export function Sentence({ summary }: { summary: Summary }) {
  const { t } = useTranslation();
  const [copied, setCopied] = useState<"yes" | "no" | null>(null);
  const told = summary.sentence;
  const numbers = {
    day: formatDay(summary.as_of),
    proven: told?.proven ?? summary.proofs.agencies_with_proof,
    scope: summary.agencies.in_scope,
    maintained: told?.maintained ?? summary.proofs.maintained.yes,
    noData: summary.agencies.no_data,
  };
  const text =
    told === undefined
      ? t("sentence.plain", numbers)
      : told.change && told.change_since
        ? t("sentence.changed", {
            ...numbers,
            late: told.late,
            change: formatChange(told.change),
            since: formatDay(told.change_since),
          })
        : t("sentence.full", { ...numbers, late: told.late });

  const ratio = `${numbers.proven}/${numbers.scope}`;
  const [before = "", after = ""] = text.split(ratio);

  const copy = async () => {
    const address = new URL(location.href);
    address.searchParams.set("as_of", summary.as_of);
    try {
      await navigator.clipboard.writeText(`${text}\n${address.href}`);
      setCopied("yes");
    } catch {
      setCopied("no");
    }
  };

  return (
    <div className={styles.sentence}>
      <p>
        {before}
        <strong>{ratio}</strong>
        {after}
      </p>
      <ActionIcon
        className="screen-only"
        variant="subtle"
        aria-label={t("sentence.copy")}
        title={t("sentence.copy")}
        onClick={() => void copy()}
        onBlur={() => setCopied(null)}
      >
        <Icon name={copied === "yes" ? "check" : "copy"} />
      </ActionIcon>
      <span role="status" className={styles.status}>
        {copied && t(copied === "yes" ? "sentence.copied" : "sentence.notCopied")}
      </span>
    </div>
  );
}
