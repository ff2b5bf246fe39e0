import { Modal, TextInput } from "@mantine/core";
import { useDebouncedValue } from "@mantine/hooks";
import { useNavigate } from "@tanstack/react-router";
import { type KeyboardEvent, useId, useState } from "react";
import { useTranslation } from "react-i18next";
import type { DayValue } from "@/i18n/days";
import { useAsOf } from "@/ui/address";
import { DayField } from "@/ui/DayField";
import { Icon } from "@/ui/Icon";
import { ProblemNotice } from "@/ui/ProblemNotice";
import { Groups } from "./Groups";
import { Kinds } from "./Kinds";
import { placeOfHit } from "./places";
import { grouped, type Hit, useFound } from "./queries";
import styles from "./search.module.css";

/** One box for everything: words without marks, kinds, days; arrows and Enter open the record. */
export function SearchDialog({ onClose }: { onClose: () => void }) {
  const { t } = useTranslation();
  const id = useId();
  const navigate = useNavigate();
  const [text, setText] = useState("");
  const [kind, setKind] = useState<string>();
  const [from, setFrom] = useState<DayValue | null>(null);
  const [to, setTo] = useState<DayValue | null>(null);
  const [at, setAt] = useState(0);
  const [q] = useDebouncedValue(text, 150);
  const found = useFound({ q, kind, from: from?.date, to: to?.date }, useAsOf());
  const groups = q.trim().length > 1 ? grouped(found.data?.results ?? []) : [];
  const hits = groups.flatMap(([, each]) => each);
  const current = hits[Math.min(at, hits.length - 1)];

  const open = (hit: Hit) => {
    onClose();
    void navigate(placeOfHit(hit));
  };
  const keys = (event: KeyboardEvent) => {
    const step = { ArrowDown: 1, ArrowUp: -1 }[event.key];
    if (step && hits.length > 0) {
      event.preventDefault();
      setAt((old) => (Math.min(old, hits.length - 1) + step + hits.length) % hits.length);
    } else if (event.key === "Enter" && current) {
      event.preventDefault();
      open(current);
    }
  };
  return (
    <Modal
      opened
      onClose={onClose}
      size="lg"
      title={t("search.open")}
      closeButtonProps={{ "aria-label": t("ui.close") }}
    >
      <div className={styles.dialog}>
        <TextInput
          data-autofocus
          role="combobox"
          aria-expanded={hits.length > 0}
          aria-controls={`${id}-list`}
          aria-activedescendant={current ? `${id}-${current.kind}-${current.id}` : undefined}
          aria-label={t("search.words")}
          placeholder={t("search.words")}
          leftSection={<Icon name="search" />}
          autoComplete="off"
          value={text}
          onChange={(event) => {
            setText(event.currentTarget.value);
            setAt(0);
          }}
          onKeyDown={keys}
        />
        <div className={styles.days}>
          <DayField size="xs" label={t("search.from")} value={from} onChange={setFrom} partial />
          <DayField size="xs" label={t("search.to")} value={to} onChange={setTo} partial />
        </div>
        <Kinds counts={found.data?.kinds ?? {}} kind={kind} onKind={setKind} />
        {found.error && <ProblemNotice problem={found.error} onRetry={found.refetch} />}
        <p role="status" className={styles.note}>
          {q.trim().length < 2
            ? t("search.begin")
            : found.data && !found.isFetching
              ? t("search.count", { n: found.data.count })
              : ""}
        </p>
        <Groups groups={groups} id={id} current={current} onOpen={open} />
      </div>
    </Modal>
  );
}
