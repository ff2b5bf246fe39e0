import { ActionIcon, Popover, TextInput, type TextInputProps } from "@mantine/core";
import { lazy, Suspense, useState } from "react";
import { useTranslation } from "react-i18next";
import { type DayValue, parseDayText } from "@/i18n/days";
import { formatDay } from "@/i18n/format";
import { Icon } from "./Icon";
import { Loading } from "./Loading";

const Calendar = lazy(() => import("./Calendar").then((module) => ({ default: module.Calendar })));

type Props = Omit<TextInputProps, "value" | "onChange" | "type"> & {
  value: DayValue | null;
  onChange: (value: DayValue | null) => void;
  /** Also months and years, for facts whose day the papers do not tell. */
  partial?: boolean;
};

/** A day as officers write it: 3/2/2010, 03/02/2010, 2010-02-03, tháng 9/2009, 2009. */
export function DayField({ value, onChange, partial = false, error, ...rest }: Props) {
  const { t } = useTranslation();
  const [draft, setDraft] = useState<string | null>(null);
  const [open, setOpen] = useState(false);
  const shown = draft ?? (value ? formatDay(value.date, value.precision) : "");

  const accept = (text: string): DayValue | null => {
    const read = parseDayText(text);
    return read && (partial || read.precision === "day") ? read : null;
  };
  const unread = draft !== null && draft.trim() !== "" && !accept(draft);

  return (
    <TextInput
      placeholder={t(partial ? "dayField.placeholderPartial" : "dayField.placeholder")}
      inputMode="text"
      autoComplete="off"
      {...rest}
      data-unread={unread || (rest as Record<string, unknown>)["data-unread"] || undefined}
      value={shown}
      error={error ?? (unread && !open ? t("dayField.unread") : undefined)}
      onChange={(event) => {
        const text = event.currentTarget.value;
        setDraft(text);
        onChange(accept(text));
      }}
      onBlur={(event) => {
        if (draft !== null && (draft.trim() === "" || accept(draft))) setDraft(null);
        rest.onBlur?.(event);
      }}
      rightSection={
        <Popover
          opened={open}
          onChange={setOpen}
          position="bottom-end"
          shadow="md"
          trapFocus
          returnFocus
        >
          <Popover.Target>
            <ActionIcon
              variant="subtle"
              size={28}
              aria-label={t("dayField.open")}
              onClick={() => setOpen((was) => !was)}
            >
              <Icon name="calendar" />
            </ActionIcon>
          </Popover.Target>
          <Popover.Dropdown>
            <Suspense fallback={<Loading lines={6} />}>
              <Calendar
                day={value?.date ?? null}
                onPick={(day) => {
                  setDraft(null);
                  setOpen(false);
                  onChange({ date: day, precision: "day" });
                }}
              />
            </Suspense>
          </Popover.Dropdown>
        </Popover>
      }
    />
  );
}
