import { Button, MultiSelect, Select, TextInput } from "@mantine/core";
import { type ReactNode, useState } from "react";
import { useTranslation } from "react-i18next";
import { AgencyPicker } from "./AgencyPicker";
import styles from "./FilterBar.module.css";
import { FilterChips } from "./FilterChips";
import { Icon } from "./Icon";
import type { FilterName, ListSearch } from "./listSearch";

export type Option = { value: string; label: string };
export type Control = {
  name: FilterName;
  label: string;
  /** Typed words, one of the options, some of them, or an agency. */
  kind: "words" | "one" | "many" | "agency";
  options?: Option[];
};

type Props = {
  label: string;
  controls: Control[];
  search: ListSearch;
  onChange: (change: ListSearch) => void;
  children?: ReactNode;
};

const apart = new Set(["ordering", "limit", "offset", "of", "view", "as_of"]);

/** Plain controls on top of a list; their state is the address. What has no control is a chip. */
export function FilterBar({ label, controls, search, onChange, children }: Props) {
  const { t } = useTranslation();
  const [open, setOpen] = useState(false);
  const own = new Set<string>(controls.map((control) => control.name));
  // The address may hold words of no list; a filter is always a list of values.
  const given = Object.keys(search).filter(
    (name) => !apart.has(name) && Array.isArray(search[name as FilterName]),
  ) as FilterName[];
  const others = given.filter((name) => !own.has(name));
  return (
    <search className="screen-only" aria-label={label}>
      <button
        type="button"
        className={styles.show}
        aria-expanded={open}
        onClick={() => setOpen((was) => !was)}
      >
        {t("filter.show", { n: given.length })}
        <Icon name={open ? "up" : "down"} size={12} />
      </button>
      <div className={styles.bar} data-open={open || undefined}>
        {controls.map((control) => (
          <OneControl
            key={control.name}
            control={control}
            values={search[control.name] ?? []}
            onChange={(values) =>
              onChange({ [control.name]: values.length > 0 ? values : undefined })
            }
          />
        ))}
        <div className={styles.end} data-wide={children ? true : undefined}>
          {children}
          {given.length > 0 && (
            <Button
              className={styles.clear}
              variant="default"
              size="xs"
              onClick={() => onChange(Object.fromEntries(given.map((name) => [name, undefined])))}
            >
              {t("ui.clear")}
            </Button>
          )}
        </div>
      </div>
      {others.length > 0 && <FilterChips names={others} search={search} onChange={onChange} />}
    </search>
  );
}

type OneProps = { control: Control; values: string[]; onChange: (values: string[]) => void };

function OneControl({ control: { label, kind, options = [] }, values, onChange }: OneProps) {
  const { t } = useTranslation();
  const placeholder = values.length ? undefined : t("filter.any");
  if (kind === "words") {
    return (
      <form
        className={styles.words}
        onSubmit={(event) => {
          event.preventDefault();
          const text = String(new FormData(event.currentTarget).get("words") ?? "").trim();
          onChange(text ? [text] : []);
        }}
      >
        <TextInput
          key={values[0]}
          name="words"
          type="search"
          label={label}
          defaultValue={values[0] ?? ""}
          leftSection={<Icon name="search" size={14} />}
          // Leaving the field is enough; Enter does the same at once.
          onBlur={(event) => event.currentTarget.form?.requestSubmit()}
        />
      </form>
    );
  }
  if (kind === "agency") {
    return (
      <AgencyPicker
        label={label}
        placeholder={t("filter.any")}
        value={values[0] ?? null}
        onChange={(code) => onChange(code ? [code] : [])}
      />
    );
  }
  if (kind === "one") {
    return (
      <Select
        label={label}
        placeholder={t("filter.any")}
        clearable
        data={options}
        value={values[0] ?? null}
        onChange={(value) => onChange(value ? [value] : [])}
      />
    );
  }
  return (
    <MultiSelect
      label={label}
      placeholder={placeholder}
      data={options}
      value={values}
      onChange={onChange}
      searchable={options.length > 6}
    />
  );
}
