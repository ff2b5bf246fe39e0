import { Button } from "@mantine/core";
import { useTranslation } from "react-i18next";
import { formatDay } from "@/i18n/format";
import { Icon } from "../Icon";
import type { Draft } from "./drafts";
import styles from "./forms.module.css";

type Props = { draft: Draft; older: boolean; onTake: () => void; onDrop: () => void };

/** "14:32" of today, "14:32 ngày 03/02/2010" of another day, as it is here. */
function useMoment() {
  const { t } = useTranslation();
  return (at: string) => {
    const zone = { timeZone: "Asia/Ho_Chi_Minh" };
    const time = new Date(at).toLocaleTimeString("vi-VN", {
      ...zone,
      hour: "2-digit",
      minute: "2-digit",
    });
    const dayOf = (moment: Date) => new Intl.DateTimeFormat("en-CA", zone).format(moment);
    const day = dayOf(new Date(at));
    return day === dayOf(new Date()) ? time : t("draft.moment", { time, day: formatDay(day) });
  };
}

/** What was written here and not saved; the person says whether it comes back. */
export function DraftOffer({ draft, older, onTake, onDrop }: Props) {
  const { t } = useTranslation();
  const moment = useMoment();
  return (
    <div className={styles.draft} role="status">
      <Icon name="clock" />
      <p>
        {t("draft.offer", { moment: moment(draft.at) })}
        {older && ` ${t("draft.older")}`}
      </p>
      <span className={styles.buttons}>
        <Button size="compact-sm" onClick={onTake}>
          {t("draft.take")}
        </Button>
        <Button size="compact-sm" variant="default" onClick={onDrop}>
          {t("draft.drop")}
        </Button>
      </span>
    </div>
  );
}
