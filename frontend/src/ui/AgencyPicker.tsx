import { Select, type SelectProps } from "@mantine/core";
import { useDebouncedValue } from "@mantine/hooks";
import { keepPreviousData, useQuery } from "@tanstack/react-query";
import { useState } from "react";
import { useTranslation } from "react-i18next";
import { read } from "@/api/client";
import { keys } from "@/api/keys";
import { useAsOf } from "./address";

type Props = Omit<SelectProps, "data" | "value" | "onChange"> & {
  value: string | null;
  onChange: (code: string | null) => void;
};

/** Finds an agency by name without marks; the server searches, nothing is fetched before it opens. */
export function AgencyPicker({ value, onChange, ...rest }: Props) {
  const { t } = useTranslation();
  const asOf = useAsOf();
  const [text, setText] = useState("");
  const [touched, setTouched] = useState(false);
  const [search] = useDebouncedValue(text, 200);
  const found = useQuery({
    queryKey: keys.agencySearch(search, asOf),
    queryFn: () =>
      read("/api/v1/agencies", {
        query: { search: search || undefined, as_of: asOf, limit: 50 },
      }),
    enabled: touched || value !== null,
    placeholderData: keepPreviousData,
  });
  const rows = found.data?.results ?? [];
  // One that came with a link or a record may stand beyond the first rows.
  const away = value !== null && found.isSuccess && !rows.some(({ code }) => code === value);
  const itself = useQuery({
    queryKey: keys.agency(value ?? "", asOf),
    queryFn: () =>
      read("/api/v1/agencies/{code}", { path: { code: value ?? "" }, query: { as_of: asOf } }),
    enabled: away,
  });
  const all = away && itself.data ? [itself.data, ...rows] : rows;
  return (
    <Select
      searchable
      clearable
      placeholder={t("agencyPicker.placeholder")}
      nothingFoundMessage={found.isFetching ? t("ui.loading") : t("agencyPicker.none")}
      {...rest}
      value={value}
      onChange={onChange}
      onFocus={() => setTouched(true)}
      onSearchChange={setText}
      filter={({ options }) => options}
      data={all.map((each) => ({ value: each.code, label: each.name }))}
    />
  );
}
