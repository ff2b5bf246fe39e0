import { ActionIcon } from "@mantine/core";
import { useState } from "react";
import { useTranslation } from "react-i18next";
import type { Summary, TrendPoint } from "@/api/types";
import { formatChange, formatDay, formatNumber } from "@/i18n/format";
import { useAsOf } from "@/ui/address";
import { Icon } from "@/ui/Icon";
import { RowsLink } from "@/ui/RowsLink";
import styles from "./Sentence.module.css";

const MARK = "\u0001";

/** The one sentence a leader can repeat, its figures links; copied with the address of the same day. */
export function Sentence({ summary, before }: { summary: Summary; before?: TrendPoint }) {
  const { t } = useTranslation();
  const asked = useAsOf();
  const [copied, setCopied] = useState<"yes" | "no" | null>(null);
  const { agencies, proofs, flags, lists } = summary;
  const kept = proofs.maintained.yes;
  const moved = before && kept - before.proofs.maintained.yes;
  const words = {
    day: t(asked ? "sentence.onDay" : "sentence.today", { day: formatDay(summary.as_of) }),
    scope: formatNumber(agencies.in_scope),
    since:
      before === undefined
        ? ""
        : t(moved ? "sentence.since" : "sentence.same", {
            change: formatChange(moved ?? 0),
            day: formatDay(before.day),
          }),
  };
  const figures: Record<string, { n: number; at: string }> = {
    proven: { n: proofs.agencies_with_proof, at: "/proofs/agencies_with_proof" },
    maintained: { n: kept, at: "/proofs/maintained/yes" },
    late: { n: flags.overdue ?? 0, at: "/flags/overdue" },
    noData: { n: agencies.no_data, at: "/agencies/no_data" },
  };
  const names = Object.keys(figures);
  const filled = (how: (name: string) => string): string =>
    t("sentence.whole", {
      ...words,
      ...Object.fromEntries(names.map((name) => [name, how(name)])),
    });
  const text = filled((name) => formatNumber(figures[name]?.n));

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
        {filled((name) => `${MARK}${name}${MARK}`)
          .split(MARK)
          .map((part) => {
            const figure = figures[part];
            return figure ? (
              <RowsLink
                key={part}
                list={lists[figure.at] ?? { to: "/agencies", search: { flag: ["overdue"] } }}
                count={figure.n}
                className={styles.figure}
              >
                {formatNumber(figure.n)}
              </RowsLink>
            ) : (
              part
            );
          })}
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
