import { useTranslation } from "react-i18next";
import { useLabel } from "@/api/catalogues";
import type { Station } from "@/api/types";
import { formatDay } from "@/i18n/format";
import { Icon } from "@/ui/Icon";
import styles from "./JourneyStrip.module.css";

type Props = { stations: Station[]; current: string; label: string };

/** An agency's road: stations reached with day and number, the open one with what is missing, the rest planned. */
export function JourneyStrip({ stations, current, label: name }: Props) {
  const { t } = useTranslation();
  const label = useLabel();
  const here = stations.findIndex((each) => each.stage === current);
  return (
    <>
      <ol className={styles.strip} aria-label={name}>
        {stations.map((station, i) => {
          const state = i === here ? "here" : station.reached_on || i < here ? "done" : "ahead";
          return (
            <li
              key={station.stage}
              className={styles.station}
              data-state={state}
              data-stage={station.stage}
              aria-current={state === "here" ? "step" : undefined}
            >
              <span className={styles.dot}>
                {state !== "ahead" && <Icon name="check" size={10} />}
              </span>
              <span className={styles.name}>{label("stages", station.stage)}</span>
              <span className={styles.day}>
                {station.reached_on
                  ? formatDay(station.reached_on)
                  : state === "done"
                    ? t("journey.noDay")
                    : station.planned_on
                      ? t("journey.planned", { day: formatDay(station.planned_on) })
                      : ""}
              </span>
              {station.number && <span className={styles.number}>{station.number}</span>}
            </li>
          );
        })}
      </ol>
      {stations
        .filter((station) => station.missing.length > 0)
        .map((station) => (
          <div key={station.stage} className={styles.missing}>
            <p>{t("journey.missing", { stage: label("stages", station.stage) })}</p>
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
