import { ActionIcon, Button, Popover } from "@mantine/core";
import { lazy, Suspense, useState } from "react";
import { useTranslation } from "react-i18next";
import { addDays, todayHere } from "@/i18n/days";
import { formatDay } from "@/i18n/format";
import { useAsOf, useSetAsOf } from "./address";
import styles from "./DayControl.module.css";
import { Icon } from "./Icon";
import { Loading } from "./Loading";

const Calendar = lazy(() => import("./Calendar").then((module) => ({ default: module.Calendar })));

/** "Tính đến ngày …" with ‹ ›, a month sheet and "Hôm nay"; the day stands in the address. */
export function DayControl() {
  const { t } = useTranslation();
  const today = todayHere();
  const asked = useAsOf();
  const setAsOf = useSetAsOf();
  const [open, setOpen] = useState(false);
  const day = asked ?? today;
  const go = (to: string) => setAsOf(to >= today ? undefined : to);

  return (
    <fieldset className={styles.control} aria-label={t("asOf.control")}>
      <ActionIcon aria-label={t("asOf.before")} onClick={() => go(addDays(day, -1))}>
        <Icon name="left" />
      </ActionIcon>
      <Popover opened={open} onChange={setOpen} shadow="md" trapFocus returnFocus>
        <Popover.Target>
          <Button
            className={styles.day}
            variant="default"
            size="sm"
            aria-expanded={open}
            onClick={() => setOpen((was) => !was)}
          >
            {t("asOf.day", { day: formatDay(day) })}
          </Button>
        </Popover.Target>
        <Popover.Dropdown>
          <Suspense fallback={<Loading lines={6} />}>
            <Calendar
              day={day}
              max={today}
              onPick={(picked) => {
                setOpen(false);
                go(picked);
              }}
            />
          </Suspense>
        </Popover.Dropdown>
      </Popover>
      <ActionIcon
        aria-label={t("asOf.after")}
        disabled={day >= today}
        onClick={() => go(addDays(day, 1))}
      >
        <Icon name="right" />
      </ActionIcon>
      <Button
        className={styles.today}
        variant="default"
        size="sm"
        disabled={!asked}
        onClick={() => setAsOf(undefined)}
      >
        {t("asOf.today")}
      </Button>
    </fieldset>
  );
}
