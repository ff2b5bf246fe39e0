import { Button, Textarea } from "@mantine/core";
import { useId } from "react";
import { useTranslation } from "react-i18next";
import type { Problem } from "@/api/problem";
import { formatDay } from "@/i18n/format";
import { useAsOf } from "../address";
import { ErrorSummary } from "../ErrorSummary";
import { EvidenceDrop } from "../evidence/EvidenceDrop";
import { takesFiles } from "../evidence/takes";
import { useUploads } from "../evidence/useUploads";
import { useAsked } from "./asked";
import { Conflict } from "./Conflict";
import { DraftOffer } from "./DraftOffer";
import { FieldInput } from "./FieldInput";
import styles from "./forms.module.css";
import { LinesField } from "./LinesField";
import { objectOf } from "./parents";
import { type FormSpec, isSheet, type Parents, type Target } from "./spec";
import { useRecordForm } from "./useRecordForm";
import { Warnings } from "./Warnings";
import { labelsFor, useFieldWords } from "./words";

type Props = {
  spec: FormSpec;
  parents: Parents;
  target?: Target;
  onClose?: () => void;
  onDone: (answer: unknown) => void;
  /** In the page instead of in a sheet: as small as it can be. */
  inPlace?: boolean;
};

/** Inputs that stand beside each other where the sheet is wide. */
const short = new Set(["day", "partial", "text", "choice", "edition", "whole", "yesno"]);

/** Nothing is refused: what is unusual waits for somebody to have seen it. */
const asksOnly = ({ warnings, blockers, errors }: Problem) =>
  warnings.length > 0 && blockers.length === 0 && errors.length === 0;

/** Whose files prove what is written here. */
const agencyOf = (parents: Parents, target: Target | undefined) =>
  parents.agency ?? (target?.agency as { code?: string } | undefined)?.code;

/** One act as it is written down; it stays until the server has taken it. */
export function FormBody({ spec, parents, target, onClose, onDone, inPlace = false }: Props) {
  const { t } = useTranslation();
  const id = useId();
  const asOf = useAsOf();
  const words = useFieldWords();
  const home = agencyOf(parents, target);
  const around = { ...parents, agency: home };
  const uploads = useUploads(home);
  const done = (answer: unknown) => {
    const made = (answer as { id?: number } | undefined)?.id;
    if (made !== undefined) uploads.follow(objectOf(spec.collection, made));
    onDone(answer);
  };
  const files = () => (uploads.ids().length > 0 ? { evidence: uploads.ids() } : {});
  const life = useRecordForm(spec, parents, target, done, files);
  const { form, problem, conflict } = life;
  const labels = labelsFor(problem, id, words.nameIn(spec.fields), (n) => t("form.line", { n }));
  const asks = useAsked(spec, problem, (field) => field in labels);
  return (
    <form
      onSubmit={life.submit}
      className={styles.form}
      data-sheet={isSheet(spec) || undefined}
      noValidate
    >
      {spec.intro && <p className={styles.note}>{t(spec.intro)}</p>}
      {asOf && <p className={styles.note}>{t("form.asOf", { day: formatDay(asOf) })}</p>}
      {life.draft.offered && (
        <DraftOffer
          draft={life.draft.offered}
          older={life.draft.offered.version !== target?.row_version}
          onTake={life.takeDraft}
          onDrop={life.draft.drop}
        />
      )}
      {conflict && life.base ? (
        <Conflict
          before={life.base}
          now={conflict}
          mine={spec.method === "correct" ? life.mine() : {}}
          onMine={life.keepMine}
          onTheirs={life.takeTheirs}
        />
      ) : (
        <>
          {problem && !asksOnly(problem) && <ErrorSummary problem={problem} labels={labels} />}
          {problem && problem.warnings.length > 0 && (
            <Warnings
              warnings={problem.warnings}
              sending={life.sending}
              onConfirm={asksOnly(problem) ? life.confirm : undefined}
            />
          )}
        </>
      )}
      {spec.fields.map((field, i) =>
        field.type === "lines" ? (
          <LinesField key={field.name} field={field} form={form} id={id} parents={around} />
        ) : (
          <div key={field.name} data-short={short.has(field.type) || undefined}>
            <FieldInput
              field={field}
              form={form}
              path={field.name}
              id={id}
              parents={parents}
              first={i === 0}
            />
          </div>
        ),
      )}
      {takesFiles(spec) && home && <EvidenceDrop uploads={uploads} />}
      {asks.reason && (
        <Textarea
          id={`${id}-reason`}
          label={words.name("reason")}
          description={asks.onBehalf ? t("form.reasonHint") : undefined}
          withAsterisk={spec.reason === "required"}
          autosize
          minRows={inPlace ? 1 : 2}
          {...form.getInputProps("reason")}
        />
      )}
      {asks.irregular && (
        <Textarea
          id={`${id}-irregular`}
          label={words.name("irregular")}
          description={t("form.irregularHint")}
          autosize
          minRows={2}
          {...form.getInputProps("irregular")}
        />
      )}
      <div className={inPlace ? styles.buttons : styles.foot}>
        <Button type="submit" size={inPlace ? "xs" : "sm"} loading={life.sending}>
          {t("form.save")}
        </Button>
        {onClose && (
          <Button variant="default" size={inPlace ? "xs" : "sm"} onClick={onClose}>
            {t("form.cancel")}
          </Button>
        )}
      </div>
    </form>
  );
}
