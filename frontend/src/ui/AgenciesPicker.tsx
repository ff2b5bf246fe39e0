import { MultiSelect, type MultiSelectProps } from "@mantine/core";
import { useDebouncedValue } from "@mantine/hooks";
import { keepPreviousData, queryOptions, useQueries, useQuery } from "@tanstack/react-query";
import { useState } from "react";
import { useTranslation } from "react-i18next";
import { read } from "@/api/client";
import { keys } from "@/api/keys";
import { get } from "@/api/records";
import type { Agency, Page } from "@/api/types";
import { formatDay } from "@/i18n/format";

type Props = Omit<MultiSelectProps, "data" | "value" | "onChange"> & {
  value: string[];
  onChange: (codes: string[]) => void;
};

export const agencyOf = (code: string) =>
  queryOptions({
    queryKey: keys.agency(code),
    queryFn: () => read("/api/v1/agencies/{code}", { path: { code } }),
  });

/** The agencies of these codes, whether they exist still or not. */
export function useAgencies(codes: string[]): Agency[] {
  const found = useQueries({ queries: codes.map(agencyOf) });
  return found.flatMap(({ data }) => data ?? []);
}

/** Finds agencies by name without marks, also those that have ended: their last day is said. */
export function AgenciesPicker({ value, onChange, ...rest }: Props) {
  const { t } = useTranslation();
  const [text, setText] = useState("");
  const [open, setOpen] = useState(false);
  const [search] = useDebouncedValue(text, 200);
  const found = useQuery({
    queryKey: keys.agenciesEver(search),
    queryFn: () =>
      get<Page<Agency>>("agencies", {
        search: search || undefined,
        active: ["true", "false"],
        limit: 50,
      }),
    enabled: open,
    placeholderData: keepPreviousData,
  });
  const chosen = useAgencies(value);
  const others = (found.data?.results ?? []).filter(({ code }) => !value.includes(code));
  return (
    <MultiSelect
      searchable
      hidePickedOptions
      nothingFoundMessage={found.isFetching ? t("ui.loading") : t("agencyPicker.none")}
      {...rest}
      placeholder={value.length > 0 ? undefined : t("agencyPicker.placeholder")}
      value={value}
      onChange={(codes) => {
        onChange(codes);
        setText("");
        setOpen(false);
      }}
      dropdownOpened={open}
      onDropdownOpen={() => setOpen(true)}
      onDropdownClose={() => setOpen(false)}
      searchValue={text}
      onSearchChange={setText}
      filter={({ options }) => options}
      data={[
        ...value.map((code) => ({
          value: code,
          label: nameOf(chosen.find((each) => each.code === code)) ?? code,
        })),
        ...others.map((each) => ({ value: each.code, label: nameOf(each) ?? each.code })),
      ]}
    />
  );

  function nameOf(agency: Agency | undefined) {
    if (!agency?.valid_to) return agency?.name;
    return t("agencyPicker.until", { name: agency.name, day: formatDay(agency.valid_to) });
  }
}
