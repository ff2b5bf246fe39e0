import { NumberInput, Select, Textarea, TextInput } from "@mantine/core";
import type { UseFormReturnType } from "@mantine/form";
import { useTranslation } from "react-i18next";
import type { DayValue } from "@/i18n/days";
import { AgencyPicker } from "../AgencyPicker";
import { DayField } from "../DayField";
import { DocumentsField, RolloutsField } from "./RolloutsField";
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
};

/** One input of a form, as its kind of fact is written in offices. */
export function FieldInput({ field, form, path, id, parents, first }: Props) {
  const { t } = useTranslation();
  const words = useFieldWords();
  const options = useOptions();
  const input = form.getInputProps(path);
  const common = {
    id: `${id}-${path}`,
    label: field.label ? t(field.label) : words.name(field.name),
    description: field.hint ? t(field.hint) : undefined,
    withAsterisk: field.required,
    "data-autofocus": first || undefined,
    error: input.error as string | undefined,
  };
  switch (field.type) {
    case "long":
    case "texts":
      return <Textarea {...common} {...input} autosize minRows={2} maxRows={12} />;
    case "whole":
      return (
        <NumberInput
          {...common}
          {...input}
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
          {...common}
          {...input}
          value={(input.value as string) || null}
          onChange={(code) => form.setFieldValue(path, code ?? "")}
          data={options(field)}
          clearable={!field.required}
          searchable={options(field).length > 8}
        />
      );
    case "agency":
      return (
        <AgencyPicker
          {...common}
          value={input.value as string | null}
          onChange={(code) => form.setFieldValue(path, code)}
        />
      );
    case "rollouts":
    case "documents": {
      const Many = field.type === "rollouts" ? RolloutsField : DocumentsField;
      return (
        <Many
          {...common}
          rollout={parents.rollout}
          value={(input.value as (string | number)[]).map(String)}
          onChange={(ids) => form.setFieldValue(path, ids)}
        />
      );
    }
    default:
      return <TextInput {...common} {...input} autoComplete="off" />;
  }
}
