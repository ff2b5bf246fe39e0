import { Button } from "@mantine/core";
import { Link } from "@tanstack/react-router";
import { useId } from "react";
import { useTranslation } from "react-i18next";
import type { NextAct } from "@/api/types";
import styles from "./forms.module.css";
import { hiddenFrom } from "./hidden";
import type { FormSpec } from "./spec";
import { useActLabel } from "./words";

/** The way to what was done to this record and what was said about it. */
export function TrailLink({ object, onFollow }: { object: string; onFollow: () => void }) {
  const { t } = useTranslation();
  return (
    <Link
      to="."
      search={(old) => ({ ...old, tab: "history", object, act: undefined })}
      resetScroll={false}
      className={styles.trail}
      onClick={onFollow}
    >
      {t("form.trail")}
    </Link>
  );
}

/** The way to the files that prove this record. */
export function FilesButton({ onOpen }: { onOpen: () => void }) {
  const { t } = useTranslation();
  return (
    <Button variant="subtle" size="xs" justify="flex-start" fullWidth onClick={onOpen}>
      {t("evidence.open")}
    </Button>
  );
}

type MenuProps = { acts: NextAct[]; forms: FormSpec[]; onStart: (form: FormSpec) => void };

export function MenuActs({ acts, forms, onStart }: MenuProps) {
  const { t } = useTranslation();
  const actLabel = useActLabel();
  const id = useId();
  const shown = forms.flatMap((form) => {
    const act = acts.find((each) => each.act === form.act);
    return act && !hiddenFrom(act) ? [{ form, act }] : [];
  });
  if (shown.length === 0) return <p className={styles.reasons}>{t("form.nothing")}</p>;
  return (
    <ul className={styles.menu}>
      {shown.map(({ form, act }, i) => (
        <li key={`${form.act}${form.word ?? ""}${form.label ?? ""}`}>
          <Button
            variant="subtle"
            size="xs"
            justify="flex-start"
            fullWidth
            data-disabled={!act.allowed || undefined}
            aria-disabled={!act.allowed || undefined}
            aria-describedby={act.allowed ? undefined : `${id}-${i}`}
            onClick={() => act.allowed && onStart(form)}
          >
            {actLabel(form)}
          </Button>
          {!act.allowed && (
            <ul id={`${id}-${i}`} className={styles.reasons}>
              {act.blockers.map((each) => (
                <li key={`${each.code}${each.message}`}>{each.message || each.code}</li>
              ))}
            </ul>
          )}
        </li>
      ))}
    </ul>
  );
}
