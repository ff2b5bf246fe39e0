import { Button } from "@mantine/core";
import { Link } from "@tanstack/react-router";
import { useState } from "react";
import { useTranslation } from "react-i18next";
import { useCatalogues, useLabel } from "@/api/catalogues";
import { type Records, useMay, useRecords } from "@/api/records";
import { formatNumber } from "@/i18n/format";
import { useAsOf } from "@/ui/address";
import { Empty } from "@/ui/Empty";
import { ExportLinks } from "@/ui/ExportLinks";
import { useFactDay } from "@/ui/factDay";
import { OpenForm } from "@/ui/forms/OpenForm";
import { Loaded } from "@/ui/Loaded";
import { Panel } from "@/ui/Panel";
import { letterForm } from "./form";
import styles from "./Letters.module.css";

type Letter = Records["directives"];

/** Every letter with tasks: how many answered in time, late, or not at all. */
export function Letters() {
  const { t } = useTranslation();
  const asOf = useAsOf();
  const may = useMay();
  const [writing, setWriting] = useState(false);
  const letters = useRecords("directives", { as_of: asOf, ordering: "-signed_on" });
  return (
    <Panel
      title={t("letter.list")}
      aside={<ExportLinks path="/api/v1/directives" query={{ as_of: asOf }} />}
    >
      {may("directive.record") && (
        <Button
          size="xs"
          variant="default"
          className="screen-only"
          onClick={() => setWriting(true)}
        >
          {t("letter.new")}
        </Button>
      )}
      {writing && <OpenForm spec={letterForm} parents={{}} onClose={() => setWriting(false)} />}
      <Loaded query={letters} lines={8} height={300}>
        {({ results }) => {
          const asking = results.filter(({ tasks }) => tasks.length > 0);
          return asking.length === 0 ? (
            <Empty text={t("letter.none")} />
          ) : (
            <Table letters={asking} />
          );
        }}
      </Loaded>
    </Panel>
  );
}

function Table({ letters }: { letters: Letter[] }) {
  const { t } = useTranslation();
  const factDay = useFactDay();
  const states = useCatalogues().data?.task_punctuality ?? [];
  const label = useLabel();
  return (
    <div className={styles.box}>
      <table className={styles.table}>
        <thead>
          <tr>
            <th scope="col">{t("col.number")}</th>
            <th scope="col">{t("col.signed")}</th>
            <th scope="col">{t("col.abstract")}</th>
            <th scope="col">{t("letter.agencies")}</th>
            {states.map(({ code }) => (
              <th key={code} scope="col">
                {label("task_punctuality", code)}
              </th>
            ))}
          </tr>
        </thead>
        <tbody>
          {letters.map((each) => {
            const counts: Record<string, number> = each.answers;
            return (
              <tr key={each.id}>
                <th scope="row">
                  <Link to="/letters" search={(old) => ({ ...old, letter: each.id })}>
                    {each.document.number}
                  </Link>
                </th>
                <td>{factDay(each.document, "signed_on")}</td>
                <td>{each.document.abstract || "–"}</td>
                <td className={styles.number}>{formatNumber(each.tasks.length)}</td>
                {states.map(({ code }) => (
                  <td key={code} className={styles.number} data-state={counts[code] ? code : ""}>
                    {formatNumber(counts[code] ?? 0)}
                  </td>
                ))}
              </tr>
            );
          })}
        </tbody>
      </table>
    </div>
  );
}
