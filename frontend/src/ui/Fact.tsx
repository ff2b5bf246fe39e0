import type { ReactNode } from "react";
import { useTranslation } from "react-i18next";
import type { Provenance } from "@/api/types";
import styles from "./Fact.module.css";
import { RecordMenu } from "./forms/RecordMenu";
import type { RecordSpec } from "./forms/spec";
import { ProvenanceHint } from "./ProvenanceHint";
import { useWanted } from "./records";

type Common = { id: number; provenance?: Provenance; irregular?: string; note?: string };
type Props = {
  /** When: printed day, or words for an unknown one. */
  day: ReactNode;
  title: ReactNode;
  /** The fact in plain words, for the names of its buttons. */
  name: string;
  tags?: ReactNode;
  children?: ReactNode;
  record: Common;
  spec: RecordSpec;
};

/** One fact on one line: when, what, its state; who said so and what may be done at the right. */
export function Fact({ day, title, name, tags, children, record, spec }: Props) {
  const { t } = useTranslation();
  const { mark } = useWanted(spec.collection, record.id);
  return (
    <li className={styles.fact} {...mark}>
      <span className={styles.day}>{day}</span>
      <div className={styles.words}>
        <p className={styles.title}>
          {title} {tags}
        </p>
        {children && <div className={styles.more}>{children}</div>}
        {record.irregular && (
          <p className={styles.irregular}>{t("fact.irregular", { why: record.irregular })}</p>
        )}
        {record.note && <p className={styles.more}>{record.note}</p>}
      </div>
      <span className={styles.controls}>
        {record.provenance && <ProvenanceHint provenance={record.provenance} />}
        <RecordMenu id={record.id} spec={spec} name={name} />
      </span>
    </li>
  );
}

/** Facts of one kind under their name; what would be here when there are none. */
export function FactList({ title, none, children }: FactListProps) {
  const rows = Array.isArray(children) ? children.flat().filter(Boolean) : children;
  const empty = Array.isArray(rows) ? rows.length === 0 : !rows;
  return (
    <section className={styles.section}>
      <h3>{title}</h3>
      {empty ? <p className={styles.none}>{none}</p> : <ul>{children}</ul>}
    </section>
  );
}
type FactListProps = { title: string; none: string; children: ReactNode };
