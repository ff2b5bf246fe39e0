import { Button, Modal, Textarea, TextInput } from "@mantine/core";
import { useQueryClient } from "@tanstack/react-query";
import { type FormEvent, useState } from "react";
import { useTranslation } from "react-i18next";
import { freshKey, once } from "@/api/client";
import { asProblem, type Problem } from "@/api/problem";
import type { components } from "@/api/schema";
import { send } from "@/api/upload";
import { DayField } from "@/ui/DayField";
import { useFieldWords } from "@/ui/forms/words";
import { ProblemNotice } from "@/ui/ProblemNotice";
import styles from "./BulkBar.module.css";
import { bulkFields, type Changes, formOfBulk } from "./bulk";
import type { Document } from "./groups";

type Outcome = components["schemas"]["LoadedShape"];
type Props = { rows: Document[]; onClose: () => void; onDone: () => void };

/** One unit, one field, one set of days for many documents; looked at as a whole, then written. */
export function BulkEdit({ rows, onClose, onDone }: Props) {
  const { t } = useTranslation();
  const words = useFieldWords();
  const queries = useQueryClient();
  const [changes, setChanges] = useState<Changes>({});
  const [outcome, setOutcome] = useState<Outcome | null>(null);
  const [problem, setProblem] = useState<Problem | null>(null);
  const [reason, setReason] = useState("");
  const [busy, setBusy] = useState(false);
  const [key] = useState(freshKey);
  const source = t("bulk.source", { n: rows.length });
  const change = (name: string, value: string | undefined) =>
    setChanges((old) => ({ ...old, [name]: value || undefined }));

  const save = async (event: FormEvent) => {
    event.preventDefault();
    setBusy(true);
    setProblem(null);
    const form = () => formOfBulk(rows, changes, source);
    try {
      const seen = await send<Outcome>({
        path: "imports",
        form: form(),
        query: { dry_run: "true" },
      });
      setOutcome(seen);
      if (seen.errors?.length || (seen.needs_reason && !reason.trim())) return;
      const whole = form();
      if (reason.trim()) whole.append("reason", reason.trim());
      await send({ path: "imports", form: whole, headers: once(key) });
      await queries.invalidateQueries({ queryKey: ["records"] });
      onDone();
    } catch (thrown) {
      setProblem(asProblem(thrown));
    } finally {
      setBusy(false);
    }
  };
  return (
    <Modal
      opened
      onClose={onClose}
      title={t("bulk.title", { n: rows.length })}
      closeButtonProps={{ "aria-label": t("ui.close") }}
    >
      <form className={styles.form} onSubmit={save}>
        <p className={styles.hint}>{t("bulk.hint")}</p>
        {problem && <ProblemNotice problem={problem} />}
        {(outcome?.errors?.length ?? 0) > 0 && (
          <ul role="alert" className={styles.errors}>
            {outcome?.errors?.map((each) => (
              <li key={`${each.cell}${each.code}`}>
                {rows[each.row - 2]?.code}, {words.name(each.field ?? each.heading)}: {each.message}
              </li>
            ))}
          </ul>
        )}
        {bulkFields.map((name) =>
          name.endsWith("_on") ? (
            <DayField
              key={name}
              label={words.name(name)}
              value={changes[name] ? { date: changes[name], precision: "day" } : null}
              onChange={(day) => change(name, day?.date)}
            />
          ) : (
            <TextInput
              key={name}
              label={words.name(name)}
              value={changes[name] ?? ""}
              onChange={(event) => change(name, event.currentTarget.value)}
            />
          ),
        )}
        {outcome?.needs_reason && (
          <Textarea
            required
            label={t("field.reason")}
            description={t("form.reasonHint")}
            value={reason}
            onChange={(event) => setReason(event.currentTarget.value)}
          />
        )}
        <Button type="submit" loading={busy} disabled={!Object.values(changes).some(Boolean)}>
          {t("form.save")}
        </Button>
      </form>
    </Modal>
  );
}
