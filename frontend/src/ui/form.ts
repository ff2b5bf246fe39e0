import type { UseFormReturnType } from "@mantine/form";
import type { FieldError, Problem } from "@/api/problem";
import { together } from "./together";

/** /plan/completed_on → plan.completed_on, as Mantine names its fields (RFC 6901 escapes undone). */
export function fieldOf(pointer: string): string {
  return pointer
    .replace(/^#?\//, "")
    .split("/")
    .map((part) => part.replaceAll("~1", "/").replaceAll("~0", "~"))
    .join(".");
}

/**
 * Puts the server's field errors at the fields; what has no field of its own is returned
 * for the summary. Several errors of one field are all shown.
 */
export function placeErrors<Values extends Record<string, unknown>>(
  form: UseFormReturnType<Values>,
  problem: Problem,
): FieldError[] {
  const placed: Record<string, string> = {};
  const homeless: FieldError[] = [];
  for (const each of problem.errors) {
    const field = fieldOf(each.pointer);
    const top = field.split(".")[0] ?? "";
    if (!(top in form.getValues())) homeless.push(each);
    else placed[field] = together([placed[field] ?? [], each.message].flat());
  }
  form.setErrors(placed as Parameters<typeof form.setErrors>[0]);
  return homeless;
}
