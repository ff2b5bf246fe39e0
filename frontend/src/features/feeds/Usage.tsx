import type { ReactNode } from "react";
import { useTranslation } from "react-i18next";
import type { components } from "@/api/schema";
import { formatDay, formatMoment, formatNumber } from "@/i18n/format";
import styles from "./feeds.module.css";

type Usage = components["schemas"]["UsageShape"];

/** Each request: when, what, how it was answered, from where. */
export function RequestTable({ requests }: Pick<Usage, "requests">) {
  const { t } = useTranslation();
  if (requests.length === 0) return <p className={styles.quiet}>{t("feed.noLog")}</p>;
  return (
    <Table
      caption={t("feed.log")}
      heads={[
        t("feed.at"),
        t("feed.path"),
        t("feed.status"),
        t("feed.rows"),
        t("feed.from"),
        t("feed.requestId"),
      ]}
    >
      {requests.map(({ at = "", path, status, code, rows, address, request_id: id }) => (
        <tr key={`${id}${at}`} data-bad={status >= 400 || undefined}>
          <td>{formatMoment(at)}</td>
          <td className={styles.path}>{path}</td>
          <td>{[status, code].filter(Boolean).join(" ")}</td>
          <td>{formatNumber(rows)}</td>
          <td>{address || "–"}</td>
          <td>{id || "–"}</td>
        </tr>
      ))}
    </Table>
  );
}

/** How much was asked for on each day. */
export function DayTable({ days }: Pick<Usage, "days">) {
  const { t } = useTranslation();
  if (days.length === 0) return <p className={styles.quiet}>{t("feed.noLog")}</p>;
  return (
    <Table
      caption={t("feed.days")}
      heads={[t("feed.day"), t("feed.requests"), t("feed.refusedCount"), t("feed.rows")]}
    >
      {days.map(({ day, requests, refused, rows }) => (
        <tr key={day}>
          <td>{formatDay(day)}</td>
          <td>{formatNumber(requests)}</td>
          <td>{formatNumber(refused)}</td>
          <td>{formatNumber(rows)}</td>
        </tr>
      ))}
    </Table>
  );
}

type TableProps = { caption: string; heads: string[]; children: ReactNode };

function Table({ caption, heads, children }: TableProps) {
  return (
    // biome-ignore lint/a11y/noNoninteractiveTabindex: a box that scrolls must be reachable by keyboard
    <section className={styles.box} aria-label={caption} tabIndex={0}>
      <table className={styles.table}>
        <caption className="visually-hidden">{caption}</caption>
        <thead>
          <tr>
            {heads.map((head) => (
              <th key={head} scope="col">
                {head}
              </th>
            ))}
          </tr>
        </thead>
        <tbody>{children}</tbody>
      </table>
    </section>
  );
}
