import { useCatalogues } from "@/api/catalogues";
import { ProgrammeTimeline } from "@/charts/ProgrammeTimeline";
import { addDays, type Day, todayHere } from "@/i18n/days";
import { useAsOf, useSetAsOf } from "@/ui/address";
import { useDirectives } from "./queries";

const FROM = "2006-01-01";

/** The programme since 2006; dragging the day changes the address, and with it the whole board. */
export function BoardTimeline() {
  const { data } = useCatalogues();
  const today = todayHere();
  const asOf = useAsOf();
  const setAsOf = useSetAsOf();
  // All of them, whatever the day: the line shows the whole programme.
  const directives = useDirectives(undefined, { limit: 100 });
  const to = `${Number(today.slice(0, 4)) + 1}-12-31`;
  const editions = (data?.editions ?? [])
    .flatMap((edition) => (edition.from ? [{ ...edition, from: edition.from as Day }] : []))
    .sort((a, b) => a.from.localeCompare(b.from));
  const bands = editions.map((edition, i) => {
    const next = editions[i + 1];
    return {
      code: edition.code,
      label: edition.label,
      from: edition.from > FROM ? edition.from : FROM,
      to: next ? addDays(next.from, -1) : null,
    };
  });
  const ticks = (directives.data?.results ?? [])
    .flatMap(({ id, document: { signed_on, number, abstract } }) =>
      signed_on ? [{ id, on: signed_on, label: number, more: abstract ?? "" }] : [],
    )
    .sort((a, b) => a.on.localeCompare(b.on));
  return (
    <ProgrammeTimeline
      from={FROM}
      to={to}
      day={asOf ?? today}
      max={today}
      bands={bands}
      ticks={ticks}
      onChange={(day) => setAsOf(day >= today ? undefined : day)}
    />
  );
}
