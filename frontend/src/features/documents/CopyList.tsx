import { Button, Modal } from "@mantine/core";
import { Link } from "@tanstack/react-router";
import { useState } from "react";
import { useTranslation } from "react-i18next";
import { formatNumber } from "@/i18n/format";
import { DayField } from "@/ui/DayField";
import { useFieldWords } from "@/ui/forms/words";
import { Loaded } from "@/ui/Loaded";
import styles from "./BulkBar.module.css";
import { formOfCopy, type Line } from "./bulk";
import { CopyLines } from "./CopyLines";
import { SheetProblems, SheetReason } from "./SheetNotices";
import { SourcePicker } from "./SourcePicker";
import { type Source, useListLines, useSourceName } from "./sources";
import { useSheet } from "./useSheet";

type Props = { rollout: number; onClose: () => void; onDone: (n: number) => void };

/** Another list taken over: what comes is seen before, and only what is ticked is written. */
export function CopyList({ rollout, onClose, onDone }: Props) {
  const { t } = useTranslation();
  const words = useFieldWords();
  const nameOf = useSourceName();
  const [source, setSource] = useState<Source | null>(null);
  const [left, setLeft] = useState<ReadonlySet<string>>(new Set());
  const [listedOn, setListedOn] = useState<string>();
  const lines = useListLines(rollout, source);
  const chosen = (lines.data?.results ?? []).filter(({ code, known }) => !known && !left.has(code));
  const told = () =>
    formOfCopy(chosen, rollout, listedOn, t("copy.source", { name: source ? nameOf(source) : "" }));
  const sheet = useSheet(told, () => onDone(chosen.length));
  const leave = (codes: readonly string[], out: boolean) =>
    setLeft((old) =>
      out ? new Set([...old, ...codes]) : new Set([...old].filter((code) => !codes.includes(code))),
    );
  return (
    <Modal
      opened
      onClose={onClose}
      size="xl"
      title={t("copy.title")}
      closeButtonProps={{ "aria-label": t("ui.close") }}
    >
      <form className={styles.form} onSubmit={sheet.save}>
        <p className={styles.hint}>
          {t("copy.hint")} <Link to="/model-lists">{t("model.title")}</Link>
        </p>
        <SourcePicker
          rollout={rollout}
          value={source}
          onChange={(next) => {
            setSource(next);
            setLeft(new Set());
          }}
        />
        {source && (
          <Loaded query={lines} lines={6} height={200}>
            {({ results }: { results: Line[] }) => (
              <CopyLines lines={results} left={left} onLeave={leave} />
            )}
          </Loaded>
        )}
        <SheetProblems sheet={sheet} codes={chosen.map(({ code }) => code)} />
        {source && (
          <DayField
            label={words.name("listed_on")}
            description={t("copy.dayHint")}
            value={listedOn ? { date: listedOn, precision: "day" } : null}
            onChange={(day) => setListedOn(day?.date)}
          />
        )}
        <SheetReason sheet={sheet} />
        <Button type="submit" loading={sheet.busy} disabled={chosen.length === 0}>
          {t("copy.do", { n: formatNumber(chosen.length) })}
        </Button>
      </form>
    </Modal>
  );
}
