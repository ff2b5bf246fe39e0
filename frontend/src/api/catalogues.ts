import { queryOptions, useQuery } from "@tanstack/react-query";
import { useTranslation } from "react-i18next";
import { api, body } from "./client";
import { keys } from "./keys";
import type { Catalogues, Label, StageLabel } from "./types";

const cataloguesOf = (language: string) =>
  queryOptions({
    queryKey: keys.catalogues(language),
    queryFn: () => body(api.GET("/api/v1/catalogues")),
    staleTime: 10 * 60_000,
  });

export function useCatalogues() {
  const { i18n } = useTranslation();
  return useQuery(cataloguesOf(i18n.language));
}

/** Catalogues whose rows carry a code and a label. */
export type LabelKind = {
  [K in keyof Catalogues]-?: NonNullable<Catalogues[K]> extends Label[] ? K : never;
}[keyof Catalogues];

/** label("stages", "corrected") → "Đã khắc phục"; the code itself while nothing better is known. */
export function useLabel() {
  const { i18n } = useTranslation();
  const { data } = useCatalogues();
  return (kind: LabelKind, code: string | null | undefined): string => {
    if (!code) return "–";
    const rows: Label[] | undefined = data?.[kind];
    const row = rows?.find((each) => each.code === code);
    return (i18n.language === "en" ? row?.label_en : undefined) ?? row?.label ?? code;
  };
}

/** Stages from the first to the last of the ladder, for columns and bands. */
export function useStages(): StageLabel[] {
  const { data } = useCatalogues();
  return data ? [...data.stages].sort((a, b) => a.order - b.order) : [];
}
