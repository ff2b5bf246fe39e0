import type { InputWrapperProps } from "@mantine/core";
import { AgencyPicker } from "../AgencyPicker";
import { AgenciesField } from "./AgenciesField";
import type { FormOf } from "./FieldInput";
import { FilesField } from "./FilesField";
import { FindingField } from "./FindingField";
import { DocumentsField, RolloutsField } from "./RolloutsField";
import type { Parents } from "./spec";

type Kind = "finding" | "files" | "agency" | "agencies" | "rollouts" | "documents";
type Common = Pick<
  InputWrapperProps,
  "id" | "label" | "withAsterisk" | "description" | "error" | "size"
> & { "aria-label"?: string; "data-autofocus"?: boolean };
type Props = {
  kind: Kind;
  /** All documents of the agency, not only those that wait to be issued. */
  whole?: boolean;
  form: FormOf;
  path: string;
  parents: Parents;
  /** What it is called where no label stands above it. */
  name: string;
  /** Identity, label, help and error, as every input has them. */
  common: Common;
};

/** An input that picks records: agencies, rollouts, documents, findings, files. */
export function RecordInput({ kind, whole, form, path, parents, name, common }: Props) {
  const input = form.getInputProps(path);
  switch (kind) {
    case "finding":
      return (
        <FindingField
          {...common}
          agency={parents.agency}
          itself={parents.finding}
          audit={parents.audit}
          clause={String(form.getInputProps(path.replace(/[^.]+$/, "clause")).value ?? "")}
          value={(input.value as string) || null}
          onChange={(id) => form.setFieldValue(path, id ?? "")}
        />
      );
    case "files":
      return (
        <FilesField
          agency={parents.agency ?? ""}
          name={name}
          value={(input.value as number[] | undefined) ?? []}
          onChange={(ids) => form.setFieldValue(path, ids)}
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
    case "agencies":
      return (
        <AgenciesField
          {...common}
          value={input.value as string[]}
          onChange={(codes) => form.setFieldValue(path, codes)}
        />
      );
    case "rollouts":
    case "documents": {
      const Many = kind === "rollouts" ? RolloutsField : DocumentsField;
      return (
        <Many
          {...common}
          rollout={parents.rollout}
          {...(kind === "documents" ? { agency: parents.agency, whole } : {})}
          value={(input.value as (string | number)[]).map(String)}
          onChange={(ids) => form.setFieldValue(path, ids)}
        />
      );
    }
  }
}
