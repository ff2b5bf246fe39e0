import { useTranslation } from "react-i18next";
import type { Precision } from "@/i18n/days";
import { formatDay } from "@/i18n/format";

/** The day of a fact as it is known; a fact without one says so instead of a dash. */
export function useFactDay() {
  const { t } = useTranslation();
  return (record: object, name: string): string => {
    const values = record as Record<string, unknown>;
    const day = values[name] as string | null | undefined;
    const precision = (values[`${name}_precision`] as Precision | undefined) ?? "day";
    return day ? formatDay(day, precision) : t("journey.noDay");
  };
}
