import { Button, Select } from "@mantine/core";
import { useState } from "react";
import { useTranslation } from "react-i18next";
import { useLabel } from "@/api/catalogues";
import { AgencyPicker } from "@/ui/AgencyPicker";
import { DropZone } from "@/ui/DropZone";
import { Loading } from "@/ui/Loading";
import { Panel } from "@/ui/Panel";
import { ProblemNotice } from "@/ui/ProblemNotice";
import { Counts } from "./Counts";
import styles from "./Imports.module.css";
import { kinds, templateOf } from "./kinds";
import { LoadBar } from "./LoadBar";
import { Outcome } from "./Outcome";
import { useWorkbook } from "./useWorkbook";

/** A workbook from the template to the record: filled in, dropped, looked at, loaded. */
export function Imports({ home }: { home: string | null }) {
  const { t } = useTranslation();
  const label = useLabel();
  const [kind, setKind] = useState<string>(kinds[0]);
  const [agency, setAgency] = useState(home);
  const book = useWorkbook(kind);
  return (
    <>
      <Panel title={t("import.new")} className="screen-only">
        <ol className={styles.steps}>
          <li>
            <span className={styles.fields}>
              <Select
                label={t("import.kind")}
                data={kinds.map((code) => ({ value: code, label: label("import_kinds", code) }))}
                value={kind}
                allowDeselect={false}
                onChange={(code) => code && setKind(code)}
              />
              {home === null && (
                <AgencyPicker label={t("import.agency")} value={agency} onChange={setAgency} />
              )}
              <Button component="a" href={templateOf(kind, agency)} download variant="default">
                {t("import.template")}
              </Button>
            </span>
            <p className={styles.hint}>{t("import.templateHint")}</p>
          </li>
          <li>
            <DropZone
              accept=".xlsx,.csv"
              label={book.file ? t("import.again") : t("import.drop")}
              hint={book.file ? book.file.name : t("import.dropHint")}
              onFiles={([file]) => file && book.take(file)}
            />
          </li>
        </ol>
        {book.busy && (book.busy.job ? <LoadBar job={book.busy.job} /> : <Loading lines={4} />)}
        {book.problem && <ProblemNotice problem={book.problem} />}
        {book.loaded && (
          <p role="status" className={styles.good}>
            {t("import.loaded")} <Counts counts={book.loaded.counts} />
          </p>
        )}
      </Panel>
      {book.outcome && <Outcome book={book} outcome={book.outcome} />}
    </>
  );
}
