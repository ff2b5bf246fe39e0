import { ActionIcon } from "@mantine/core";
import { useTranslation } from "react-i18next";
import { HelpHint } from "../HelpHint";
import { Icon } from "../Icon";
import { FieldInput } from "./FieldInput";
import type { LinesProps } from "./LinesField";
import styles from "./LinesGrid.module.css";
import { unreadIn, unreadOf } from "./paste";
import { at, type Values } from "./values";
import { useFieldWords } from "./words";

/** Lines as a sheet: one row each, what is wrong stands at its cell. */
export function LinesGrid({ field, form, id, parents }: LinesProps) {
  const { t } = useTranslation();
  const words = useFieldWords();
  const rows = at(form.getValues(), field.name) as Values[];
  const unread = rows.reduce(
    (n, row) => n + field.of.filter(({ name }) => unreadIn(row, name)).length,
    0,
  );
  return (
    // biome-ignore lint/a11y/noNoninteractiveTabindex: a box that scrolls must be reachable by keyboard
    <section className={styles.box} aria-label={words.labelOf(field)} tabIndex={0}>
      {unread > 0 && (
        <p className={styles.unread}>
          <Icon name="alert" size={14} /> {t("paste.unread", { n: unread })}
        </p>
      )}
      <table className={styles.grid}>
        <thead>
          <tr>
            <th scope="col">{t("paste.number")}</th>
            {field.of.map((each) => (
              <th key={each.name} scope="col" data-wide={each.name === "description" || undefined}>
                {words.labelOf(each)}
                {each.required && <span aria-hidden="true"> *</span>}
                <HelpHint name={words.labelOf(each)} text={words.helpOf(each)} />
              </th>
            ))}
            <td />
          </tr>
        </thead>
        <tbody>
          {rows.map((row, i) => (
            // biome-ignore lint/suspicious/noArrayIndexKey: lines have no name of their own
            <tr key={i}>
              <th scope="row">{i + 1}</th>
              {field.of.map((each) => (
                <td key={each.name} data-type={each.type}>
                  <FieldInput
                    field={each}
                    form={form}
                    path={`${field.name}.${i}.${each.name}`}
                    id={id}
                    parents={parents}
                    cell={{
                      line: i + 1,
                      unread: unreadIn(row, each.name),
                      onLeave: () =>
                        form.setFieldValue(`${field.name}.${i}.${unreadOf(each.name)}`, ""),
                    }}
                  />
                </td>
              ))}
              <td>
                <ActionIcon
                  variant="subtle"
                  aria-label={t("form.removeLine", { n: i + 1 })}
                  onClick={() => form.removeListItem(field.name, i)}
                >
                  <Icon name="close" />
                </ActionIcon>
              </td>
            </tr>
          ))}
        </tbody>
      </table>
    </section>
  );
}
