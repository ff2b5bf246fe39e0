import { ActionIcon, Button, Popover } from "@mantine/core";
import { useState } from "react";
import { useTranslation } from "react-i18next";
import { useRecord } from "@/api/records";
import type { AgencyRef, NextAct } from "@/api/types";
import { Icon } from "../Icon";
import { Loading } from "../Loading";
import { ProblemNotice } from "../ProblemNotice";
import styles from "./forms.module.css";
import { hiddenFrom } from "./hidden";
import { OpenForm } from "./OpenForm";
import { type FormSpec, formsOf, type Parents, type RecordSpec, type Target } from "./spec";
import { useActLabel } from "./words";

type Props = { id: number; spec: RecordSpec; name: string };

/** "⋯" beside a fact: what may be done to it now, asked of the server when it is opened. */
export function RecordMenu({ id, spec, name }: Props) {
  const { t } = useTranslation();
  const [open, setOpen] = useState(false);
  const [doing, setDoing] = useState<{ form: FormSpec; target: Target } | null>(null);
  const record = useRecord(spec.collection, id, open);
  const start = (form: FormSpec) => {
    if (!record.data) return;
    setOpen(false);
    setDoing({ form, target: record.data as unknown as Target });
  };
  return (
    <>
      <Popover
        opened={open}
        onChange={setOpen}
        position="bottom-end"
        shadow="md"
        withArrow
        trapFocus
        returnFocus
      >
        <Popover.Target>
          <ActionIcon
            className="screen-only"
            variant="subtle"
            size={24}
            aria-label={t("form.menu", { name })}
            aria-expanded={open}
            onClick={() => setOpen((was) => !was)}
          >
            <Icon name="more" size={14} />
          </ActionIcon>
        </Popover.Target>
        <Popover.Dropdown>
          {record.isPending ? (
            <Loading lines={3} />
          ) : record.error ? (
            <ProblemNotice problem={record.error} onRetry={record.refetch} />
          ) : (
            <Menu acts={record.data.next_acts} forms={formsOf(spec)} onStart={start} />
          )}
        </Popover.Dropdown>
      </Popover>
      {doing && (
        <OpenForm
          spec={doing.form}
          target={doing.target}
          parents={parentsFrom(spec, doing.target)}
          onClose={() => setDoing(null)}
        />
      )}
    </>
  );
}

/** What a new record is hung on when it is made from the menu of another. */
function parentsFrom({ collection }: RecordSpec, record: Target): Parents {
  const { rollout, agency } = record as { rollout?: number; agency?: AgencyRef };
  return { rollout, agency: agency?.code, [collection.replace(/s$/, "")]: record.id };
}

type MenuProps = { acts: NextAct[]; forms: FormSpec[]; onStart: (form: FormSpec) => void };

function Menu({ acts, forms, onStart }: MenuProps) {
  const { t } = useTranslation();
  const actLabel = useActLabel();
  const shown = forms.flatMap((form) => {
    const act = acts.find((each) => each.act === form.act);
    return act && !hiddenFrom(act) ? [{ form, act }] : [];
  });
  if (shown.length === 0) return <p className={styles.reasons}>{t("form.nothing")}</p>;
  return (
    <ul className={styles.menu}>
      {shown.map(({ form, act }) => (
        <li key={`${form.act}${form.word ?? ""}`}>
          <Button
            variant="subtle"
            size="xs"
            justify="flex-start"
            fullWidth
            data-disabled={!act.allowed || undefined}
            aria-disabled={!act.allowed || undefined}
            onClick={() => act.allowed && onStart(form)}
          >
            {actLabel(form)}
          </Button>
          {act.blockers.map((each) => (
            <p key={`${each.code}${each.message}`} className={styles.reasons}>
              {each.message || each.code}
            </p>
          ))}
        </li>
      ))}
    </ul>
  );
}
