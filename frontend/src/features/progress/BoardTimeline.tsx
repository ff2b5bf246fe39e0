import { useTranslation } from "react-i18next";
import { useCatalogues } from "@/api/catalogues";
import { ProgrammeTimeline } from "@/charts/ProgrammeTimeline";
import { type Day, todayHere } from "@/i18n/days";
import { useAsOf, useSetAsOf } from "@/ui/address";

const FROM = "2006-01-01";
const TO = "2027-12-31";

/** The programme 2006–2027; dragging the day changes the address, and with it the whole board. */
export function BoardTimeline() {
  const { i18n } = useTranslation();
  const { data } = useCatalogues();
  const today = todayHere();
  const asOf = useAsOf();
  const setAsOf = useSetAsOf();
  const bands = (data?.editions ?? []).map((edition) => ({
    code: edition.code,
    label: edition.label,
    from: edition.from && edition.from > FROM ? edition.from : FROM,
    to: edition.to as Day | null,
  }));
  const ticks = (data?.milestones ?? []).map((each) => ({
    on: each.on,
    label: (i18n.language === "en" ? each.label_en : undefined) ?? each.label,
  }));
  return (
    <ProgrammeTimeline
      from={FROM}
      to={TO}
      day={asOf ?? today}
      max={today}
      bands={bands}
      ticks={ticks}
      onChange={(day) => setAsOf(day >= today ? undefined : day)}
    />
  );
}
