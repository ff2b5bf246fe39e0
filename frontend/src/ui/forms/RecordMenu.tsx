import { ActionIcon, Popover } from "@mantine/core";
import { lazy, Suspense, useState } from "react";
import { useTranslation } from "react-i18next";
import { useRecord } from "@/api/records";
import { holdsFiles } from "../evidence/takes";
import { Icon } from "../Icon";
import { Loading } from "../Loading";
import { ProblemNotice } from "../ProblemNotice";
import { FilesButton, MenuActs, TrailLink } from "./MenuActs";
import { OpenForm } from "./OpenForm";
import { objectOf, parentsFrom } from "./parents";
import { type FormSpec, formsOf, type RecordSpec, type Target } from "./spec";

const EvidenceDialog = lazy(() =>
  import("../evidence/EvidenceDialog").then((module) => ({ default: module.EvidenceDialog })),
);

type Props = {
  id: number;
  spec: RecordSpec;
  name: string;
  /** What the server made of an act, where somebody waits for it. */
  onTaken?: (form: FormSpec, answer: unknown) => void;
  /** Records that are no facts have no trail to be read beside the agency's. */
  trail?: boolean;
};

/** "⋯" beside a fact: what may be done to it now, asked of the server when it is opened. */
export function RecordMenu({ id, spec, name, onTaken, trail = true }: Props) {
  const { t } = useTranslation();
  const [open, setOpen] = useState(false);
  const [doing, setDoing] = useState<{ form: FormSpec; target: Target } | null>(null);
  const [files, setFiles] = useState(false);
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
            <MenuActs acts={record.data.next_acts} forms={formsOf(spec)} onStart={start} />
          )}
          {holdsFiles(spec.collection) && (
            <FilesButton
              onOpen={() => {
                setOpen(false);
                setFiles(true);
              }}
            />
          )}
          {trail && (
            <TrailLink object={objectOf(spec.collection, id)} onFollow={() => setOpen(false)} />
          )}
        </Popover.Dropdown>
      </Popover>
      {files && (
        <Suspense fallback={null}>
          <EvidenceDialog
            collection={spec.collection}
            id={id}
            name={name}
            onClose={() => setFiles(false)}
          />
        </Suspense>
      )}
      {doing && (
        <OpenForm
          spec={doing.form}
          target={doing.target}
          parents={parentsFrom(spec, doing.target)}
          onClose={() => setDoing(null)}
          onTaken={(answer) => {
            setDoing(null);
            onTaken?.(doing.form, answer);
          }}
        />
      )}
    </>
  );
}
