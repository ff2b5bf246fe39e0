import { useTranslation } from "react-i18next";
import { formatNumber } from "@/i18n/format";

const deadlines = {
  finding: "deadline.finding",
  task: "deadline.task",
  proof_ends: "deadline.proof_ends",
  maintenance: "deadline.maintenance",
  surveillance: "deadline.surveillance",
  suspension_ends: "deadline.suspension_ends",
  effectiveness: "deadline.effectiveness",
  major_verification: "deadline.major_verification",
  restoration_window: "deadline.restoration_window",
  redeclaration: "deadline.redeclaration",
} as const;

/** What a deadline is about, in words. */
export function useWhat() {
  const { t } = useTranslation();
  return (what: string) =>
    what in deadlines ? t(deadlines[what as keyof typeof deadlines]) : what;
}

/** "quá hạn 12 ngày", "còn 5 ngày", "hôm nay". */
export function useDaysLeft() {
  const { t } = useTranslation();
  return (days: number) =>
    days === 0
      ? t("days.today")
      : t(days < 0 ? "days.over" : "days.left", { n: formatNumber(Math.abs(days)) });
}

/** ≤ 30 days is orange, later amber, past red. */
export const toneOfDays = (days: number) => (days < 0 ? "late" : days <= 30 ? "soon" : "due");
