import { ActionIcon, Button, Textarea } from "@mantine/core";
import { useState } from "react";
import { useTranslation } from "react-i18next";
import { Icon } from "../Icon";
import { FieldInput, type FormOf } from "./FieldInput";
import styles from "./forms.module.css";
import { rowsOf } from "./paste";
import type { FieldSpec, Parents } from "./spec";
import { at, blank, bodyOf, type Values } from "./values";
import { useFieldWords, useOptions } from "./words";

type Props = {
  field: Extract<FieldSpec, { type: "lines" }>;
  form: FormOf;
  id: string;
  parents: Parents;
};

/** Several of the same: lines that are added one by one, or pasted from Word or Excel at once. */
export function LinesField({ field, form, id, parents }: Props) {
  const { t } = useTranslation();
  const words = useFieldWords();
  const options = useOptions();
  const [pasting, setPasting] = useState(false);
  const [text, setText] = useState("");
  const rows = at(form.getValues(), field.name) as Values[];
  const title = field.label ? t(field.label) : words.name(field.name);
  const columns = field.of.map((each) => words.name(each.name)).join(" – ");

  const take = () => {
    const kept = rows.filter((row) => Object.keys(bodyOf(field.of, row)).length > 0);
    form.setFieldValue(field.name, [...kept, ...rowsOf(text, field.of, options)]);
    setText("");
    setPasting(false);
  };

  return (
    <fieldset className={styles.lines} id={`${id}-${field.name}`} tabIndex={-1}>
      <legend>
        {title}
        {field.required && <span aria-hidden="true"> *</span>}
      </legend>
      {form.errors[field.name] && <p className={styles.error}>{form.errors[field.name]}</p>}
      {rows.map((_, i) => (
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
      ))}
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
      {pasting && (
        <div className={styles.paste}>
          <Textarea
            label={t("form.pasteLabel")}
            description={t("form.pasteHint", { columns })}
            value={text}
            onChange={(event) => setText(event.currentTarget.value)}
            autosize
            minRows={4}
            maxRows={14}
          />
          <div className={styles.buttons}>
            <Button size="xs" disabled={!text.trim()} onClick={take}>
              {t("form.pasteTake")}
            </Button>
          </div>
        </div>
      )}
    </fieldset>
  );
}
