import { Button } from "@mantine/core";
import { useId, useState } from "react";
import { useTranslation } from "react-i18next";
import { Icon } from "../Icon";
import styles from "./forms.module.css";
import { useFieldWords } from "./words";

const silent = new Set(["row_version", "provenance", "as_of", "next_acts", "url", "id"]);
const plain = (value: unknown) => value === null || typeof value !== "object";

/** Fields that somebody else changed between the reader's look and the reader's act. */
export function changedSince(
  before: Record<string, unknown>,
  now: Record<string, unknown>,
): string[] {
  return Object.keys(now).filter(
    (name) => !silent.has(name) && plain(now[name]) && before[name] !== now[name],
  );
}

type Props = {
  before: Record<string, unknown>;
  now: Record<string, unknown>;
  mine: Record<string, unknown>;
  /** Saves mine, but for the fields named: those stay as the other person left them. */
  onMine: (theirs: string[]) => void;
  onTheirs: () => void;
};

/** "Người khác đã sửa": both versions of what differs, and the choice between them field by field. */
export function Conflict({ before, now, mine, onMine, onTheirs }: Props) {
  const { t } = useTranslation();
  const words = useFieldWords();
  const id = useId();
  const [theirs, setTheirs] = useState<string[]>([]);
  const changed = changedSince(before, now);
  const choose = (name: string, taken: boolean) =>
    setTheirs((old) => (taken ? [...old, name] : old.filter((each) => each !== name)));
  return (
    <div className={styles.conflict} role="alert" tabIndex={-1} ref={focusOnce}>
      <p className={styles.conflictTitle}>
        <Icon name="alert" />
        {t("form.conflict")}
      </p>
      {changed.length > 0 ? (
        <table className={styles.versions}>
          <thead>
            <tr>
              <th scope="col">{t("form.conflictField")}</th>
              <th scope="col">{t("form.conflictBefore")}</th>
              <th scope="col">{t("form.conflictNow")}</th>
              <th scope="col">{t("form.conflictMine")}</th>
            </tr>
          </thead>
          <tbody>
            {changed.map((name) => {
              const side = (taken: boolean, value: unknown) => (
                <label>
                  <input
                    type="radio"
                    name={`${id}-${name}`}
                    checked={theirs.includes(name) === taken}
                    onChange={() => choose(name, taken)}
                  />
                  {words.show(name, value)}
                </label>
              );
              return (
                <tr key={name}>
                  <th scope="row">{words.name(name)}</th>
                  <td>{words.show(name, before[name])}</td>
                  <td className={styles.sides}>
                    {name in mine ? side(true, now[name]) : words.show(name, now[name])}
                  </td>
                  <td>{name in mine ? side(false, mine[name]) : t("form.conflictUntouched")}</td>
                </tr>
              );
            })}
          </tbody>
        </table>
      ) : (
        <p>{t("form.conflictSame")}</p>
      )}
      <div className={styles.buttons}>
        <Button size="xs" onClick={() => onMine(theirs)}>
          {t(theirs.length > 0 ? "form.keepChosen" : "form.keepMine")}
        </Button>
        <Button size="xs" variant="default" onClick={onTheirs}>
          {t("form.takeTheirs")}
        </Button>
      </div>
    </div>
  );
}

/** The choice takes the focus when it appears, not again at every click in it. */
function focusOnce(box: HTMLDivElement | null) {
  box?.focus();
}
