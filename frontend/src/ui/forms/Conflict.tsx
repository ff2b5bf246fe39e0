import { Button } from "@mantine/core";
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
  onMine: () => void;
  onTheirs: () => void;
};

/** "Người khác đã sửa": both versions of what differs, and the choice between them. */
export function Conflict({ before, now, mine, onMine, onTheirs }: Props) {
  const { t } = useTranslation();
  const words = useFieldWords();
  const changed = changedSince(before, now);
  return (
    <div className={styles.conflict} role="alert" tabIndex={-1} ref={(box) => box?.focus()}>
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
            {changed.map((name) => (
              <tr key={name}>
                <th scope="row">{words.name(name)}</th>
                <td>{words.show(name, before[name])}</td>
                <td>{words.show(name, now[name])}</td>
                <td>{name in mine ? words.show(name, mine[name]) : t("form.conflictUntouched")}</td>
              </tr>
            ))}
          </tbody>
        </table>
      ) : (
        <p>{t("form.conflictSame")}</p>
      )}
      <div className={styles.buttons}>
        <Button size="xs" onClick={onMine}>
          {t("form.keepMine")}
        </Button>
        <Button size="xs" variant="default" onClick={onTheirs}>
          {t("form.takeTheirs")}
        </Button>
      </div>
    </div>
  );
}
