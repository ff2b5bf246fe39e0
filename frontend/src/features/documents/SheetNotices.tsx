import { Textarea } from "@mantine/core";
import { useTranslation } from "react-i18next";
import { useFieldWords } from "@/ui/forms/words";
import { ProblemNotice } from "@/ui/ProblemNotice";
import styles from "./BulkBar.module.css";
import type { Sheet } from "./useSheet";

type Props = { sheet: Sheet; codes: readonly string[] };

/** What the server says of the lines before they are written; `codes` are theirs, in their order. */
export function SheetProblems({ sheet: { problem, outcome }, codes }: Props) {
  const words = useFieldWords();
  const errors = outcome?.errors ?? [];
  return (
    <>
      {problem && <ProblemNotice problem={problem} />}
      {errors.length > 0 && (
        <ul role="alert" className={styles.errors}>
          {errors.map((each) => (
            <li key={`${each.cell}${each.code}`}>
              {codes[each.row - 2]}, {words.name(each.field ?? each.heading)}: {each.message}
            </li>
          ))}
        </ul>
      )}
    </>
  );
}

/** Why, where somebody else's lines are written. */
export function SheetReason({ sheet }: { sheet: Sheet }) {
  const { t } = useTranslation();
  if (!sheet.outcome?.needs_reason) return null;
  return (
    <Textarea
      required
      label={t("field.reason")}
      description={t("form.reasonHint")}
      value={sheet.reason}
      onChange={(event) => sheet.setReason(event.currentTarget.value)}
    />
  );
}
