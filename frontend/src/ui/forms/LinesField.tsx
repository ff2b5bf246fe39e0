import { ActionIcon, Button } from "@mantine/core";
import { useMutation } from "@tanstack/react-query";
import { useState } from "react";
import { useTranslation } from "react-i18next";
import { asProblem } from "@/api/problem";
import { formatNumber } from "@/i18n/format";
import { Icon } from "../Icon";
import { ProblemNotice } from "../ProblemNotice";
import { FieldInput, type FormOf } from "./FieldInput";
import styles from "./forms.module.css";
import { LinesGrid } from "./LinesGrid";
import { PasteBox } from "./PasteBox";
import { understood } from "./paste";
import type { FieldSpec, Parents } from "./spec";
import { at, blank, bodyOf, type Values } from "./values";
import { useFieldWords } from "./words";

export type LinesProps = {
  field: Extract<FieldSpec, { type: "lines" }>;
  form: FormOf;
  id: string;
  parents: Parents;
};

/** Several of the same: lines that are added one by one, or pasted from Word or Excel at once. */
export function LinesField({ field, form, id, parents }: LinesProps) {
  const { t } = useTranslation();
  const words = useFieldWords();
  const [pasting, setPasting] = useState(field.grid === "open");
  const [taken, setTaken] = useState<{ n: number; left: string[] } | null>(null);
  const rows = at(form.getValues(), field.name) as Values[];
  const title = words.labelOf(field);
  const columns = field.of.map(words.labelOf).join(" – ");
  const Lines = field.grid ? LinesGrid : Cards;

  const reading = useMutation({
    mutationFn: (text: string) => understood(text, field.paste ?? "findings", field.of),
    onSuccess: (read) => {
      const now = at(form.getValues(), field.name) as Values[];
      const kept = now.filter((row) => Object.keys(bodyOf(field.of, row)).length > 0);
      form.setFieldValue(field.name, [...kept, ...read.rows]);
      setTaken({ n: read.rows.length, left: read.left });
      setPasting(false);
    },
  });

  return (
    <fieldset className={styles.lines} id={`${id}-${field.name}`} tabIndex={-1}>
      <legend>
        {title}
        {field.required && <span aria-hidden="true"> *</span>}
      </legend>
      {form.errors[field.name] && <p className={styles.error}>{form.errors[field.name]}</p>}
      {taken && (
        <p role="status" className={styles.note}>
          {t("paste.taken", { n: formatNumber(taken.n) })}
          {taken.left.length > 0 && ` ${t("paste.left", { columns: taken.left.join(", ") })}`}
        </p>
      )}
      {rows.length > 0 && <Lines field={field} form={form} id={id} parents={parents} />}
      <div className={styles.buttons}>
        <Button
          variant="default"
          size="xs"
          onClick={() => form.insertListItem(field.name, blank(field.of))}
        >
          {t("form.addLine")}
        </Button>
        {field.paste && (
          <Button
            variant="default"
            size="xs"
            aria-expanded={pasting}
            onClick={() => setPasting((was) => !was)}
          >
            {t("form.paste")}
          </Button>
        )}
      </div>
      {pasting && <PasteBox columns={columns} busy={reading.isPending} onTable={reading.mutate} />}
      {reading.error && <ProblemNotice problem={asProblem(reading.error)} />}
    </fieldset>
  );
}

/** Each line a small form of its own, for lines that are few. */
function Cards({ field, form, id, parents }: LinesProps) {
  const { t } = useTranslation();
  const rows = at(form.getValues(), field.name) as Values[];
  return rows.map((_, i) => (
    // biome-ignore lint/suspicious/noArrayIndexKey: lines have no name of their own
    <div key={i} className={styles.line}>
      <span className={styles.lineNumber}>{i + 1}</span>
      <div className={styles.lineFields}>
        {field.of.map((each) => (
          <FieldInput
            key={each.name}
            field={each}
            form={form}
            path={`${field.name}.${i}.${each.name}`}
            id={id}
            parents={parents}
          />
        ))}
      </div>
      <ActionIcon
        variant="subtle"
        aria-label={t("form.removeLine", { n: i + 1 })}
        onClick={() => form.removeListItem(field.name, i)}
      >
        <Icon name="close" />
      </ActionIcon>
    </div>
  ));
}
