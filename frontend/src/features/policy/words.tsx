import { useTranslation } from "react-i18next";
import { useLabel } from "@/api/catalogues";
import { formatDay, formatNumber } from "@/i18n/format";
import { ToneTag } from "@/ui/Tag";
import type { PolicyValue } from "./groups";

/** "18 tháng", "Có": a value with its unit. */
export function useValueWords() {
  const { t } = useTranslation();
  const label = useLabel();
  return ({ value, unit }: Pick<PolicyValue, "value" | "unit">): string => {
    if (unit === "0/1") return t(value === 0 ? "policy.no" : "policy.yes");
    return `${formatNumber(value)}\u00a0${label("policy_units", unit)}`;
  };
}

type Dated = Pick<PolicyValue, "valid_from" | "valid_to">;

/** The days on which a row holds, both of them included. */
export function Span({ row: { valid_from, valid_to } }: { row: Dated }) {
  const { t } = useTranslation();
  const from = formatDay(valid_from);
  const to = formatDay(valid_to);
  if (valid_from && valid_to) return t("policy.between", { from, to });
  if (valid_from) return t("policy.from", { from });
  return t(valid_to ? "policy.until" : "policy.always", { to });
}

/** Whether somebody has read it in the paper itself. */
export function Certainty({ confirmed }: Pick<PolicyValue, "confirmed">) {
  const { t } = useTranslation();
  return (
    <ToneTag
      tone={confirmed ? "good" : "due"}
      text={t(confirmed ? "policy.sure" : "policy.unsure")}
    />
  );
}
