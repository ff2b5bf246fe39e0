import { useTranslation } from "react-i18next";
import { useLabel } from "@/api/catalogues";
import type { AgencyRow } from "@/api/types";
import { formatDay, formatNumber } from "@/i18n/format";
import { FlagTag } from "@/ui/FlagTag";
import { toneOfDays, useDaysLeft, useWhat } from "@/ui/words";
import styles from "./AgencyTable.module.css";

/** a/b with a thin bar; a list that is not there is unknown, not nothing. */
export function DocumentShare({ row }: { row: AgencyRow }) {
  const { t } = useTranslation();
  const { planned, in_force: inForce } = row.documents;
  if (planned === null) return <span className={styles.what}>{t("ui.unknown")}</span>;
  const share = planned > 0 ? ((inForce ?? 0) / planned) * 100 : 0;
  return (
    <span className={styles.share}>
      {formatNumber(inForce)}/{formatNumber(planned)}
      <span className={styles.track} aria-hidden="true">
        <span style={{ width: `${share}%` }} />
      </span>
    </span>
  );
}

/** The first day by which something must be done, how far it is, and what it is. */
export function NextDeadline({ row }: { row: AgencyRow }) {
  const left = useDaysLeft();
  const what = useWhat();
  const next = row.next_deadline;
  if (!next) return "–";
  return (
    <span className={styles.next}>
      <span>
        {formatDay(next.due_on)}{" "}
        <strong data-tone={toneOfDays(next.days)}>{left(next.days)}</strong>
      </span>
      <span className={styles.what}>{what(next.what)}</span>
    </span>
  );
}

const SHOWN = 2;

/** What presses, the gravest first; the rest on hover, and one page away. */
export function Flags({ flags }: { flags: string[] }) {
  const label = useLabel();
  const shown = flags.filter((flag) => flag !== "no_data");
  const more = shown.slice(SHOWN);
  return (
    <span className={styles.flags}>
      {shown.slice(0, SHOWN).map((flag) => (
        <FlagTag key={flag} flag={flag} />
      ))}
      {more.length > 0 && (
        <span className={styles.what} title={more.map((flag) => label("flags", flag)).join(", ")}>
          +{more.length}
        </span>
      )}
    </span>
  );
}
