import { useTranslation } from "react-i18next";
import type { AgencyRow, Rollout } from "@/api/types";
import { formatDay } from "@/i18n/format";
import { FlagTag } from "@/ui/FlagTag";
import { StageTag } from "@/ui/StageTag";
import styles from "./agency.module.css";

type Props = { row: AgencyRow | undefined; rollout: Rollout | undefined };

/** Where the agency stands, as the board counts it; an agency that ended stands where its rollout ended. */
export function Standing({ row, rollout }: Props) {
  const { t } = useTranslation();
  const where = row ?? rollout;
  if (!where) return null;
  const proven = where.stage === "declared" || where.stage === "certified";
  return (
    <>
      <StageTag stage={where.stage} noData={where.flags.includes("no_data")} />
      {proven && row && <span>{t(`maintained.${row.maintained}`)}</span>}
      {where.stage_since && <span>{t("agency.since", { day: formatDay(where.stage_since) })}</span>}
    </>
  );
}

/** What asks for attention, on a line of its own. */
export function Flags({ row, rollout }: Props) {
  const { t } = useTranslation();
  const flags = ((row ?? rollout)?.flags ?? []).filter((flag) => flag !== "no_data");
  if (flags.length === 0) return null;
  return (
    <ul className={styles.flags} aria-label={t("agency.flags")}>
      {flags.map((flag) => (
        <li key={flag}>
          <FlagTag flag={flag} />
        </li>
      ))}
    </ul>
  );
}
