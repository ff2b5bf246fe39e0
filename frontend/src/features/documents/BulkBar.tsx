import { Button } from "@mantine/core";
import { lazy, Suspense, useState } from "react";
import { useTranslation } from "react-i18next";
import { formatNumber } from "@/i18n/format";
import { ActButton } from "@/ui/ActButton";
import type { FileProps } from "@/ui/file";
import { OpenForm } from "@/ui/forms/OpenForm";
import styles from "./BulkBar.module.css";
import { promulgationForm } from "./forms";
import type { Document } from "./groups";

const BulkEdit = lazy(() => import("./BulkEdit").then((module) => ({ default: module.BulkEdit })));

type Props = { rows: Document[]; file: FileProps; onClear: () => void };

/** What may be done with all chosen documents at once. */
export function BulkBar({ rows, file, onClear }: Props) {
  const { t } = useTranslation();
  const [doing, setDoing] = useState<"edit" | "issue" | null>(null);
  if (rows.length === 0) return null;
  const actOf = (name: string) => file.acts.find(({ act }) => act === name);
  const done = () => {
    setDoing(null);
    onClear();
  };
  const issueAll = {
    ...promulgationForm,
    fields: promulgationForm.fields.map((field) =>
      field.name === "documents" ? { ...field, initial: rows.map(({ id }) => String(id)) } : field,
    ),
  };
  return (
    <fieldset className={`${styles.bar} screen-only`} aria-label={t("bulk.label")}>
      <strong role="status">{t("bulk.chosen", { n: formatNumber(rows.length) })}</strong>
      <ActButton act={actOf("document.list")} size="xs" onClick={() => setDoing("edit")}>
        {t("bulk.edit")}
      </ActButton>
      <ActButton
        act={actOf("promulgation.record")}
        size="xs"
        variant="default"
        onClick={() => setDoing("issue")}
      >
        {t("bulk.issue")}
      </ActButton>
      <Button size="xs" variant="subtle" onClick={onClear}>
        {t("bulk.clear")}
      </Button>
      {doing === "edit" && (
        <Suspense fallback={null}>
          <BulkEdit rows={rows} onClose={() => setDoing(null)} onDone={done} />
        </Suspense>
      )}
      {doing === "issue" && (
        <OpenForm
          spec={issueAll}
          parents={{ rollout: file.rollout, agency: file.agency }}
          onClose={() => setDoing(null)}
          onTaken={done}
        />
      )}
    </fieldset>
  );
}
