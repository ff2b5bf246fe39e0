import { Button } from "@mantine/core";
import { useId } from "react";
import { useTranslation } from "react-i18next";
import { useMay } from "@/api/records";
import { AgenciesPicker } from "@/ui/AgenciesPicker";
import { ErrorSummary } from "@/ui/ErrorSummary";
import { DraftOffer } from "@/ui/forms/DraftOffer";
import { FieldInput } from "@/ui/forms/FieldInput";
import sheet from "@/ui/forms/forms.module.css";
import { Warnings } from "@/ui/forms/Warnings";
import { labelsFor, useFieldWords } from "@/ui/forms/words";
import { fields } from "./fields";
import { Sharing } from "./Sharing";
import type { Reorganisation } from "./useReorganisation";

type Props = { life: Reorganisation; onAdd: () => void; onClose: () => void };
const ends = ["predecessors", "successors"] as const;
const words = {
  predecessors: ["reorganisation.predecessor", "reorganisation.predecessorHint"],
  successors: ["reorganisation.successor", "reorganisation.successorHint"],
  takes: ["reorganisation.shares", "reorganisation.sharesHint"],
} as const;

/** First step: what the paper says; the server answers with every reason against it. */
export function Ask({ life, onAdd, onClose }: Props) {
  const { t } = useTranslation();
  const id = useId();
  const may = useMay();
  const { nameIn } = useFieldWords();
  const { form, problem, draft } = life;
  const [kind, ...others] = fields;
  // What turned out to be unusual while it was recorded is not refused: it is previewed again.
  const told = problem?.code === "warnings.unconfirmed";
  const called = (field: string) =>
    field in words ? t(words[field as keyof typeof words][0]) : nameIn(fields)(field);
  const labels = labelsFor(problem, id, called, (n) => t("form.line", { n }));
  const input = (field: (typeof fields)[number] | undefined) =>
    field &&
    field.type !== "lines" && (
      <FieldInput
        key={field.name}
        field={field}
        form={form}
        path={field.name}
        id={id}
        parents={{}}
      />
    );
  return (
    <form
      className={sheet.form}
      noValidate
      onSubmit={(event) => {
        event.preventDefault();
        // A day that could not be read must not be left out silently.
        const unread = event.currentTarget.querySelector<HTMLElement>("[data-unread]");
        if (unread) unread.focus();
        else life.look();
      }}
    >
      <p className={sheet.note}>{t("reorganisation.intro")}</p>
      {draft.offered && (
        <DraftOffer
          draft={draft.offered}
          older={false}
          onTake={life.takeDraft}
          onDrop={draft.drop}
        />
      )}
      {problem && !told && <ErrorSummary problem={problem} labels={labels} />}
      {problem && problem.warnings.length > 0 && (
        <Warnings warnings={problem.warnings} sending={false} onConfirm={undefined} />
      )}
      {input(kind)}
      {ends.map((end) => (
        <div key={end}>
          <AgenciesPicker
            id={`${id}-${end}`}
            label={t(words[end][0])}
            description={t(words[end][1])}
            withAsterisk={end === "predecessors"}
            error={form.errors[end]}
            value={form.getValues()[end] as string[]}
            onChange={(codes) => form.setFieldValue(end, codes)}
          />
          {end === "successors" && may("agency.create") && (
            <button type="button" className={sheet.link} onClick={onAdd}>
              {t("reorganisation.addAgency")}
            </button>
          )}
        </div>
      ))}
      <Sharing life={life} id={`${id}-takes`} />
      {others.map(input)}
      <div className={sheet.foot}>
        <Button type="submit" loading={life.busy}>
          {t("reorganisation.preview")}
        </Button>
        <Button variant="default" onClick={onClose}>
          {t("form.cancel")}
        </Button>
      </div>
    </form>
  );
}
