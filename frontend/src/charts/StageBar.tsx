import { type ReactNode, useState } from "react";
import { useTranslation } from "react-i18next";
import { formatNumber, formatShare } from "@/i18n/format";
import { Icon } from "@/ui/Icon";
import styles from "./StageBar.module.css";
import { StageBarTable } from "./StageBarTable";

export type Segment = {
  /** Code of a stage or band; with `maintained` it gives the tint. */
  code: string;
  label: string;
  count: number;
  maintained?: "yes" | "no" | "unknown";
  /** Cells of the ladder it counts, for the link to its rows. */
  cells: string[];
};
export type Band = {
  code: string;
  label: string;
  /** How the band shows when folded: one segment, or the proofs apart by maintenance. */
  folded: Segment[];
  /** Its stages in ladder order. */
  opened: Segment[];
  /** Every cell of the band, for the link to all of its rows. */
  cells: string[];
};
type LinkProps = {
  segment: Segment;
  className: string;
  label: string;
  children: ReactNode;
};

type Props = {
  bands: Band[];
  /** Agencies in scope; the segments add up to it. */
  total: number;
  caption: string;
  link: (props: LinkProps) => ReactNode;
};

export const sumOf = (segments: Segment[]) => segments.reduce((sum, each) => sum + each.count, 0);

/** The stream: where all agencies stand, one bar in ladder order; a band opens into its stages. */
export function StageBar({ bands, total, caption, link }: Props) {
  const { t } = useTranslation();
  const [open, setOpen] = useState<readonly string[]>([]);
  const shown = bands.filter((band) => sumOf(band.folded) > 0);
  const toggle = (code: string) =>
    setOpen((was) => (was.includes(code) ? was.filter((each) => each !== code) : [...was, code]));
  const say = (segment: Segment) =>
    `${segment.label}: ${formatNumber(segment.count)} (${formatShare(segment.count, total)})`;

  return (
    <figure>
      <div className={styles.bar}>
        {shown.map((band) => (
          <div key={band.code} className={styles.band} style={{ flexGrow: sumOf(band.folded) }}>
            {(open.includes(band.code) ? band.opened : band.folded)
              .filter((segment) => segment.count > 0)
              .map((segment) => (
                <div
                  key={`${segment.code}${segment.maintained ?? ""}`}
                  className={styles.cell}
                  data-stage={segment.code}
                  data-maintained={segment.maintained}
                  style={{ flexGrow: segment.count }}
                >
                  {link({
                    segment,
                    className: styles.segment ?? "",
                    label: say(segment),
                    children: <span className={styles.number}>{formatNumber(segment.count)}</span>,
                  })}
                </div>
              ))}
          </div>
        ))}
      </div>
      <ul className={styles.legend}>
        {bands.map((band) => {
          const isOpen = open.includes(band.code);
          const count = sumOf(band.folded);
          const parts = isOpen
            ? band.opened
            : band.folded.length > 1 && count > 0
              ? band.folded
              : [];
          return (
            <li key={band.code} className={styles.item} data-none={count === 0 || undefined}>
              <button
                type="button"
                className={styles.name}
                aria-expanded={isOpen}
                disabled={band.opened.length < 2}
                onClick={() => toggle(band.code)}
              >
                <span className={styles.swatch} data-stage={band.code} />
                {band.label}
                {band.opened.length > 1 && <Icon name={isOpen ? "up" : "down"} size={10} />}
              </button>
              <p className={styles.count}>
                {link({
                  segment: { code: band.code, label: band.label, count, cells: band.cells },
                  className: styles.total ?? "",
                  label: say({ code: band.code, label: band.label, count, cells: band.cells }),
                  children: formatNumber(count),
                })}{" "}
                {formatShare(count, total)}
              </p>
              {parts.length > 0 && (
                <ul className={styles.parts}>
                  {parts.map((segment) => (
                    <li key={`${segment.code}${segment.maintained ?? ""}`}>
                      <span
                        className={styles.swatch}
                        data-stage={segment.code}
                        data-maintained={segment.maintained}
                      />
                      <span className={styles.part}>{segment.label}</span>
                      {link({
                        segment,
                        className: styles.total ?? "",
                        label: say(segment),
                        children: formatNumber(segment.count),
                      })}
                    </li>
                  ))}
                </ul>
              )}
            </li>
          );
        })}
      </ul>
      <figcaption className="visually-hidden">
        {t("stream.caption", { caption, n: total })}
      </figcaption>
      <StageBarTable bands={bands} total={total} caption={caption} />
    </figure>
  );
}
