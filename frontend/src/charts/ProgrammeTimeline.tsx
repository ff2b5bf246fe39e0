import { scaleLinear } from "@visx/scale";
import { type KeyboardEvent, type PointerEvent, useRef, useState } from "react";
import { useTranslation } from "react-i18next";
import { addDays, addMonths, type Day, daysBetween } from "@/i18n/days";
import { formatDay } from "@/i18n/format";
import styles from "./ProgrammeTimeline.module.css";

export type TimelineBand = { code: string; label: string; from: Day; to: Day | null };
export type TimelineTick = { id: number; on: Day; label: string; more: string };

type Props = {
  from: Day;
  to: Day;
  day: Day;
  max: Day;
  bands: TimelineBand[];
  ticks: TimelineTick[];
  onChange: (day: Day) => void;
};

/** The programme as one thin line; the day is a handle that mouse, finger and arrow keys move. */
export function ProgrammeTimeline({ from, to, day, max, bands, ticks, onChange }: Props) {
  const { t } = useTranslation();
  const track = useRef<HTMLDivElement>(null);
  const [held, setHeld] = useState<Day | null>(null);
  const shown = held ?? day;
  const x = scaleLinear({ domain: [0, daysBetween(from, to)], range: [0, 100], clamp: true });
  const at = (each: Day) => `${x(daysBetween(from, each))}%`;
  const within = (each: Day) => (each > max ? max : each < from ? from : each);

  const inside = ticks.filter((tick) => tick.on >= from && tick.on <= to);

  const dayUnder = (event: PointerEvent): Day => {
    const box = track.current?.getBoundingClientRect();
    if (!box || box.width === 0) return shown;
    return within(
      addDays(from, Math.round(x.invert(((event.clientX - box.left) / box.width) * 100))),
    );
  };
  const onKeyDown = (event: KeyboardEvent) => {
    const steps: Record<string, Day> = {
      ArrowLeft: addDays(day, -1),
      ArrowRight: addDays(day, 1),
      ArrowDown: addMonths(day, -1),
      ArrowUp: addMonths(day, 1),
      PageDown: addMonths(day, -12),
      PageUp: addMonths(day, 12),
      Home: from,
      End: max,
    };
    const next = steps[event.key];
    if (!next) return;
    event.preventDefault();
    onChange(within(next));
  };
  const release = () => {
    if (held && held !== day) onChange(held);
    setHeld(null);
  };

  return (
    <div
      ref={track}
      className={`${styles.track} screen-only`}
      onPointerDown={(event) => {
        event.currentTarget.setPointerCapture?.(event.pointerId);
        setHeld(dayUnder(event));
      }}
      onPointerMove={(event) => held && setHeld(dayUnder(event))}
      onPointerUp={release}
      onPointerCancel={() => setHeld(null)}
    >
      <div className={styles.bands} aria-hidden="true">
        {bands.map((band, i) => (
          <span
            key={band.code}
            className={styles.band}
            data-step={i % 4}
            style={{ left: at(band.from), right: `${100 - x(daysBetween(from, band.to ?? to))}%` }}
          >
            <span className={styles.long}>{band.label}</span>
            <span className={styles.short}>{band.code}</span>
          </span>
        ))}
      </div>
      <ul className={styles.ticks}>
        {placed(inside.map((tick) => ({ ...tick, x: x(daysBetween(from, tick.on)) }))).map(
          (tick) => (
            <li
              key={tick.id}
              style={{ left: at(tick.on), maxWidth: `${tick.room}%` }}
              data-side={tick.side}
              title={`${formatDay(tick.on)} · ${tick.label}${tick.more && ` · ${tick.more}`}`}
            >
              {tick.label}
            </li>
          ),
        )}
      </ul>
      {max < to && <span className={styles.future} style={{ left: at(max) }} aria-hidden="true" />}
      <div
        className={styles.handle}
        role="slider"
        tabIndex={0}
        aria-label={t("timeline.handle")}
        aria-valuemin={0}
        aria-valuemax={daysBetween(from, max)}
        aria-valuenow={daysBetween(from, shown)}
        aria-valuetext={formatDay(shown)}
        style={{ left: at(shown) }}
        onKeyDown={onKeyDown}
      >
        {held && <output className={styles.bubble}>{formatDay(held)}</output>}
      </div>
    </div>
  );
}

const NEEDED = 9;

/** Where each number stands: right of its tick, left of it, or nowhere when there is no room. */
function placed<Tick extends { x: number }>(ticks: Tick[]) {
  let taken = 0;
  return ticks.map((tick, i) => {
    const right = (ticks[i + 1]?.x ?? 100) - tick.x;
    const left = tick.x - taken;
    const side = right >= NEEDED ? "right" : left >= NEEDED ? "left" : "none";
    taken = side === "right" ? tick.x + NEEDED : tick.x;
    return { ...tick, side, room: side === "left" ? left : right };
  });
}
