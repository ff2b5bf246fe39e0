import { useTranslation } from "react-i18next";
import type { AnyKey } from "@/i18n";
import { addDays } from "@/i18n/days";
import { formatDay } from "@/i18n/format";
import { ToneTag } from "@/ui/Tag";

const tones: Record<string, string> = { active: "good", expired: "due", revoked: "plain" };

export function StateOfClient({ state }: { state: string }) {
  const { t } = useTranslation();
  return <ToneTag tone={tones[state]} text={t(`feed.state.${state}` as AnyKey)} />;
}

/** The last day on which it opens anything: it ends at the midnight that follows. */
export function lastDay(expiresAt: string): string {
  const here = new Intl.DateTimeFormat("en-CA", { timeZone: "Asia/Ho_Chi_Minh" });
  return formatDay(addDays(here.format(new Date(expiresAt)), -1));
}
