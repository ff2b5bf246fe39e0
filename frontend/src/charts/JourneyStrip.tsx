import { useTranslation } from "react-i18next";
import { useLabel } from "@/api/catalogues";
import type { Station } from "@/api/types";
import { formatDay, formatNumber } from "@/i18n/format";
import { Icon } from "@/ui/Icon";
import styles from "./JourneyStrip.module.css";
import { openPoints, type Stop, stopsOf } from "./journey";

type Props = { stations: readonly Station[]; label: string; ended?: boolean };

/** An agency's road (an ended one lacks nothing any more): stations reached with day and number, the open one with what is missing, the rest planned. */
export function JourneyStrip({ stations, label: name, ended = false }: Props) {
  const { t } = useTranslation();
  const label = useLabel();
  return (
    <>
      {/* biome-ignore lint/a11y/noNoninteractiveTabindex: a strip that scrolls must be reachable by keyboard */}
      <ol className={styles.strip} aria-label={name} tabIndex={0}>
        {stopsOf(stations).map((stop) => (
          <li
            key={stop.stage}
            className={styles.station}
            data-state={stop.state}
            data-stage={stop.stage}
            aria-current={stop.state === "here" ? "step" : undefined}
          >
            <span className={styles.dot}>
              {stop.state !== "ahead" && <Icon name="check" size={10} />}
            </span>
            <span className={styles.name}>{label("stages", stop.stage)}</span>
            <StopDay stop={stop} />
            {stop.number && <span className={styles.number}>{stop.number}</span>}
            {stop.after !== null && stop.after > 0 && (
              <span className={styles.after}>
                {t("journey.after", { n: formatNumber(stop.after) })}
              </span>
            )}
          </li>
        ))}
      </ol>
      {(ended ? [] : openPoints(stations)).map((station) => (
        <div key={station.stage} className={styles.missing}>
          <p>
            {station.current
              ? t("journey.open", { stage: label("stages", station.stage) })
              : t("journey.missing", { stage: label("stages", station.stage) })}
          </p>
          <ul>
            {station.missing.map((each) => (
              <li key={`${each.code}${each.message}`}>{each.message}</li>
            ))}
          </ul>
        </div>
      ))}
    </>
  );
}

function StopDay({ stop }: { stop: Stop }) {
  const { t } = useTranslation();
  const { reached_on: reached, planned_on: planned } = stop;
  const words = reached
    ? stop.inOrder
      ? formatDay(reached)
      : t("journey.known", { day: formatDay(reached) })
    : stop.state !== "ahead"
      ? t("journey.noDay")
      : planned
        ? t("journey.planned", { day: formatDay(planned) })
        : "";
  return (
    <span className={styles.day} data-vague={!stop.inOrder || undefined}>
      {words}
    </span>
  );
}
