import "@mantine/core/styles/Drawer.css";
import { Button, Drawer, Textarea } from "@mantine/core";
import { type ReactNode, useId } from "react";
import { useTranslation } from "react-i18next";
import { useIsCoordinator } from "@/api/records";
import { formatDay } from "@/i18n/format";
import { useAsOf } from "../address";
import { ErrorSummary } from "../ErrorSummary";
import { Conflict } from "./Conflict";
import { FieldInput } from "./FieldInput";
import styles from "./forms.module.css";
import { LinesField } from "./LinesField";
import type { FormSpec, Parents, Target } from "./spec";
import { useRecordForm } from "./useRecordForm";
import { labelsFor, useActLabel, useFieldWords } from "./words";

type Props = {
  spec: FormSpec;
  parents: Parents;
  target?: Target;
  onClose: () => void;
  onDone: (answer: unknown) => void;
};

/** The sheet on which one act is written down; it stays open until the server has taken it. */
export function FormDrawer({ spec, parents, target, onClose, onDone }: Props) {
  const { t } = useTranslation();
  const id = useId();
  const asOf = useAsOf();
  const words = useFieldWords();
  const actLabel = useActLabel();
  const coordinator = useIsCoordinator();
  const life = useRecordForm(spec, parents, target, onDone);
  const { form, problem, conflict } = life;
  const title = actLabel(spec);
  const labels = labelsFor(problem?.errors ?? [], id, words.name, (n) => t("form.line", { n }));
  const refused = problem?.status === 409 && problem.blockers.length > 0;
  const asksReason =
    spec.reason !== undefined || spec.method === "correct" || coordinator || "reason" in labels;
  const asksIrregular = spec.method !== "act" && coordinator && (refused || "irregular" in labels);

  return (
    <Sheet title={title} onClose={onClose} wide={spec.fields.some(({ type }) => type === "lines")}>
      <form onSubmit={life.submit} className={styles.form} noValidate>
        {spec.intro && <p className={styles.note}>{t(spec.intro)}</p>}
        {asOf && <p className={styles.note}>{t("form.asOf", { day: formatDay(asOf) })}</p>}
        {conflict && life.base ? (
          <Conflict
            before={life.base}
            now={conflict}
            mine={spec.method === "correct" ? life.mine() : {}}
            onMine={life.keepMine}
            onTheirs={life.takeTheirs}
          />
        ) : (
          <ErrorSummary problem={problem} labels={labels} />
        )}
        {spec.fields.map((field, i) =>
          field.type === "lines" ? (
            <LinesField key={field.name} field={field} form={form} id={id} parents={parents} />
          ) : (
            <FieldInput
              key={field.name}
              field={field}
              form={form}
              path={field.name}
              id={id}
              parents={parents}
              first={i === 0}
            />
          ),
        )}
        {asksReason && (
          <Textarea
            id={`${id}-reason`}
            label={words.name("reason")}
            description={
              spec.reason !== "required" && coordinator ? t("form.reasonHint") : undefined
            }
            withAsterisk={spec.reason === "required"}
            autosize
            minRows={2}
            {...form.getInputProps("reason")}
          />
        )}
        {asksIrregular && (
          <Textarea
            id={`${id}-irregular`}
            label={words.name("irregular")}
            description={t("form.irregularHint")}
            autosize
            minRows={2}
            {...form.getInputProps("irregular")}
          />
        )}
        <div className={styles.foot}>
          <Button type="submit" loading={life.sending}>
            {t("form.save")}
          </Button>
          <Button variant="default" onClick={onClose}>
            {t("form.cancel")}
          </Button>
        </div>
      </form>
    </Sheet>
  );
}

type SheetProps = { title: string; wide: boolean; onClose: () => void; children: ReactNode };

/** Mantine's drawer with a plain head: its own is a second banner of the page. */
function Sheet({ title, wide, onClose, children }: SheetProps) {
  return (
    <Drawer.Root opened onClose={onClose} position="right" size={wide ? "xl" : "lg"} padding="lg">
      <Drawer.Overlay />
      <Drawer.Content>
        <div className={styles.sheetHead}>
          <Drawer.Title className={styles.sheetTitle}>{title}</Drawer.Title>
          <Drawer.CloseButton />
        </div>
        <Drawer.Body>{children}</Drawer.Body>
      </Drawer.Content>
    </Drawer.Root>
  );
}
