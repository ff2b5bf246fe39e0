import { Button, Select } from "@mantine/core";
import { useState } from "react";
import { useTranslation } from "react-i18next";
import { useLabel } from "@/api/catalogues";
import { Empty } from "@/ui/Empty";
import { Loaded } from "@/ui/Loaded";
import { Panel } from "@/ui/Panel";
import { entriesOf, type Row } from "./entries";
import { HistoryEntry } from "./HistoryEntry";
import styles from "./HistoryTab.module.css";
import { useHistory } from "./queries";

const PAGE = 40;

/** Who did what, when, why, and what it changed; changes from outside the system are marked. */
export function HistoryTab({ agency }: { agency: string }) {
  const { t } = useTranslation();
  const history = useHistory(agency);
  return (
    <Panel title={t("tab.history")}>
      <Loaded query={history} lines={10} height={320}>
        {({ results }) =>
          results.length === 0 ? <Empty text={t("tab.historyEmpty")} /> : <Entries rows={results} />
        }
      </Loaded>
    </Panel>
  );
}

function Entries({ rows }: { rows: Row[] }) {
  const { t } = useTranslation();
  const label = useLabel();
  const [verb, setVerb] = useState<string | null>(null);
  const [person, setPerson] = useState<string | null>(null);
  const [shown, setShown] = useState(PAGE);
  const verbs = [...new Set(rows.map((row) => row.verb))];
  const people = new Map(
    rows.flatMap(({ actor }) => (actor ? [[actor.username, actor.name]] : [])),
  );
  const entries = entriesOf(
    rows.filter(
      (row) => (!verb || row.verb === verb) && (!person || row.actor?.username === person),
    ),
  );
  return (
    <>
      <div className={`${styles.filters} screen-only`}>
        <Select
          label={t("history.verb")}
          placeholder={t("filter.any")}
          clearable
          value={verb}
          onChange={setVerb}
          data={verbs.map((value) => ({ value, label: label("acts", value) }))}
        />
        <Select
          label={t("history.person")}
          placeholder={t("filter.any")}
          clearable
          value={person}
          onChange={setPerson}
          data={[...people].map(([value, name]) => ({
            value: value ?? "",
            label: name || value || "",
          }))}
        />
      </div>
      <ol className={styles.entries}>
        {entries.slice(0, shown).map((entry) => (
          <HistoryEntry
            key={`${entry.key}${entry.rows[0]?.object}${entry.rows.length}`}
            entry={entry}
          />
        ))}
      </ol>
      {entries.length > shown && (
        <Button variant="default" size="xs" onClick={() => setShown((n) => n + PAGE)}>
          {t("history.more", { n: entries.length - shown })}
        </Button>
      )}
    </>
  );
}
