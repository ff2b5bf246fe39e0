import { useState } from "react";
import { useTranslation } from "react-i18next";
import { useLabel } from "@/api/catalogues";
import { formatDay } from "@/i18n/format";
import { RecordMenu } from "@/ui/forms/RecordMenu";
import { Icon } from "@/ui/Icon";
import { Tag } from "@/ui/Tag";
import { valueRecord } from "./forms";
import type { Held, PolicyValue } from "./groups";
import styles from "./policy.module.css";
import { Certainty, Span, useValueWords } from "./words";

type Props = { held: Held; keeps: boolean };

/** A number as it holds on the day; its other values unfold below it. */
export function ValueRows({ held, keeps }: Props) {
  const { t } = useTranslation();
  const label = useLabel();
  const words = useValueWords();
  const [open, setOpen] = useState(false);
  const { code, current, coming, past } = held;
  const others = [...coming, ...past];
  const name = label("policy_values", code);
  return (
    <>
      <tr data-code={code}>
        <th scope="row">
          {name}
          {others.length > 0 && (
            <button
              type="button"
              className={styles.unfold}
              aria-expanded={open}
              onClick={() => setOpen((was) => !was)}
            >
              <Icon name={open ? "down" : "right"} size={12} />
              {t("policy.others", { n: others.length })}
            </button>
          )}
        </th>
        <td className={styles.value}>
          {current ? words(current) : t("policy.noneOnDay")}
          {coming.map((row) => (
            <small key={row.id}>
              {t("policy.coming", { value: words(row), from: formatDay(row.valid_from) })}
            </small>
          ))}
        </td>
        {current ? <Rest row={current} name={name} keeps={keeps} /> : <td colSpan={3} />}
      </tr>
      {open &&
        others.map((row) => (
          <tr key={row.id} className={styles.other} data-state={row.state}>
            <th scope="row">
              <Tag kind="validity_states" code={row.state} />
            </th>
            <td className={styles.value}>{words(row)}</td>
            <Rest row={row} name={`${name}, ${words(row)}`} keeps={keeps} />
          </tr>
        ))}
    </>
  );
}

function Rest({ row, name, keeps }: { row: PolicyValue; name: string; keeps: boolean }) {
  const { t } = useTranslation();
  const label = useLabel();
  const words = t("policy.valueIn", {
    unit: label("policy_units", row.unit),
    name: label("policy_values", row.code),
  });
  const known = { code: row.code, unit: row.unit, words };
  return (
    <>
      <td>
        <Span row={row} />
      </td>
      <td className={styles.basis}>{row.legal_basis}</td>
      <td>
        <Certainty confirmed={row.confirmed} />
      </td>
      {keeps && (
        <td className={styles.act}>
          <RecordMenu id={row.id} spec={valueRecord(known)} name={name} trail={false} />
        </td>
      )}
    </>
  );
}
