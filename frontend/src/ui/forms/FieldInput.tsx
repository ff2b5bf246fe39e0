import { MultiSelect, NumberInput, Select, Textarea, TextInput } from "@mantine/core";
import type { UseFormReturnType } from "@mantine/form";
import { useTranslation } from "react-i18next";
import type { DayValue } from "@/i18n/days";
import { DayField } from "../DayField";
import { type Cell, lostIn } from "./Lost";
import { RecordInput } from "./RecordInput";
import type { FieldSpec, Parents } from "./spec";
import type { Values } from "./values";
import { useFieldWords, useOptions } from "./words";

export type FormOf = UseFormReturnType<Values>;
type Props = {
  field: Exclude<FieldSpec, { type: "lines" }>;
  form: FormOf;
  /** Where it stands in the form: its name, or findings.0.grade in a line. */
  path: string;
  id: string;
  parents: Parents;
  /** The field that takes the focus when the form opens. */
  first?: boolean;
  /** In a sheet: the line it stands on, and what a pasted cell said that nobody could read. */
  cell?: Cell;
};

/** One input of a form, as its kind of fact is written in offices. */
export function FieldInput({ field, form, path, id, parents, first, cell }: Props) {
  const { t } = useTranslation();
  const words = useFieldWords();
  const options = useOptions();
  const input = form.getInputProps(path);
  const name = words.labelOf(field);
  const common = {
    id: `${id}-${path}`,
    "data-autofocus": first || undefined,
    "aria-label": cell ? t("paste.cell", { name, n: cell.line }) : undefined,
    ...(cell ? { size: "xs" } : { label: name, withAsterisk: field.required }),
    description: cell ? undefined : words.helpOf(field),
    error: input.error as string | undefined,
    ...lostIn(cell),
  };
  switch (field.type) {
    case "long":
    case "texts":
      return <Textarea {...input} {...common} autosize minRows={2} maxRows={12} />;
    case "whole":
      return (
        <NumberInput
          {...input}
          {...common}
          allowDecimal={false}
          allowNegative={false}
          hideControls
          thousandSeparator="."
          decimalSeparator=","
        />
      );
    case "day":
    case "partial":
      return (
        <DayField
          {...common}
          partial={field.type === "partial"}
          value={input.value as DayValue | null}
          onChange={(day) => form.setFieldValue(path, day)}
        />
      );
    case "choice":
    case "edition":
      return (
        <Select
          {...input}
          {...common}
          value={(input.value as string) || null}
          onChange={(code) => form.setFieldValue(path, code ?? "")}
          data={options(field)}
          clearable={!field.required}
          searchable={options(field).length > 8}
        />
      );
    case "choices":
      return (
        <MultiSelect
          {...common}
          data={options(field)}
          value={input.value as string[]}
          onChange={(codes) => form.setFieldValue(path, codes)}
        />
      );
    case "yesno":
      return (
        <Select
          {...common}
          value={(input.value as string) || null}
          onChange={(answer) => form.setFieldValue(path, answer ?? "")}
          data={[
            { value: "true", label: t(field.yes) },
            { value: "false", label: t(field.no) },
          ]}
        />
      );
    case "finding":
    case "files":
    case "agency":
    case "agencies":
    case "rollouts":
    case "documents":
      return (
        <RecordInput
          kind={field.type}
          whole={field.type === "documents" ? field.all : undefined}
          form={form}
          path={path}
          parents={parents}
          name={common["aria-label"] ?? name}
          common={common}
        />
      );
    default:
      return <TextInput {...input} {...common} autoComplete="off" />;
  }
}
