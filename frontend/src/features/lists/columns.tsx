import { Link } from "@tanstack/react-router";
import type { ReactNode } from "react";
import type { AgencyRef, Provenance } from "@/api/types";
import { type Day, daysBetween, type Precision, todayHere } from "@/i18n/days";
import { formatDay } from "@/i18n/format";
import { useAsOf } from "@/ui/address";
import type { Columns } from "@/ui/DataTable";
import { ProvenanceHint } from "@/ui/ProvenanceHint";
import { toneOfDays, useDaysLeft } from "@/ui/words";
import styles from "./columns.module.css";

type Col<Row> = Columns<Row>[number];

/** The agency as the row's name, a link to its page. */
export function agencyColumn<Row extends { agency: AgencyRef | null }>(
  header: string,
  tab: string,
): Col<Row> {
  return {
    id: "agency",
    header,
    meta: { ordering: "agency" },
    cell: ({ row: { original: row } }) =>
      row.agency && <AgencyLink agency={row.agency} tab={tab} />,
  };
}

export function AgencyLink({ agency, tab }: { agency: AgencyRef; tab: string }) {
  return (
    <Link
      to="/agencies/$code"
      params={{ code: agency.code }}
      search={{ tab }}
      className={styles.name}
    >
      {agency.name}
    </Link>
  );
}

/** Words as they were written; a dash for none. */
export function textColumn<Row>(
  id: string,
  header: string,
  of: (row: Row) => ReactNode,
  ordering?: string,
): Col<Row> {
  return {
    id,
    header,
    meta: { ordering },
    cell: ({ row }) => <span className={styles.words}>{of(row.original) || "–"}</span>,
  };
}

/** A day, printed as far as it is known. */
export function dayColumn<Row>(
  id: string,
  header: string,
  of: (row: Row) => Day | null | undefined,
  ordering?: string,
  precision?: (row: Row) => string | null | undefined,
): Col<Row> {
  return {
    id,
    header,
    meta: { ordering, align: "right" },
    cell: ({ row }) =>
      formatDay(of(row.original), (precision?.(row.original) ?? "day") as Precision),
  };
}

/** A day something is due, with the days left while it still matters. */
export function DueDay({ on, open }: { on: Day | null | undefined; open: boolean }) {
  const left = useDaysLeft();
  const day = useAsOf() ?? todayHere();
  if (!on) return "–";
  const days = daysBetween(day, on);
  return (
    <span className={styles.due}>
      <span>{formatDay(on)}</span>
      {open && (
        <strong className={styles.left} data-tone={toneOfDays(days)}>
          {left(days)}
        </strong>
      )}
    </span>
  );
}

/** Who said so, one tap away. */
export function sourceColumn<Row extends { provenance: Provenance }>(header: string): Col<Row> {
  return {
    id: "source",
    header,
    meta: { align: "center" },
    cell: ({ row }) => <ProvenanceHint provenance={row.original.provenance} />,
  };
}
