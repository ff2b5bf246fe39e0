import "@mantine/dates/styles.css";
import "dayjs/locale/vi";
import { DatePicker } from "@mantine/dates";
import { useTranslation } from "react-i18next";
import type { Day } from "@/i18n/days";

type Props = { day: Day | null; max?: Day; onPick: (day: Day) => void };

/** The month sheet; fetched only when somebody opens it. */
export function Calendar({ day, max, onPick }: Props) {
  const { i18n } = useTranslation();
  return (
    <DatePicker
      value={day}
      defaultDate={day ?? max}
      maxDate={max}
      locale={i18n.language}
      firstDayOfWeek={1}
      weekendDays={[]}
      hideOutsideDates
      onChange={(picked) => picked && onPick(picked)}
    />
  );
}
