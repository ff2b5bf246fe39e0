import { useQuery } from "@tanstack/react-query";
import { useTranslation } from "react-i18next";
import { useLabel } from "@/api/catalogues";
import { get } from "@/api/records";
import type { components } from "@/api/schema";
import type { Page } from "@/api/types";
import { formatNumber } from "@/i18n/format";
import type { Line } from "./bulk";

export type Source = components["schemas"]["SourceShape"];

/** One list, whichever kind it is of: the value of its option. */
export const keyOf = ({ rollout, model_list }: Source) =>
  model_list === null ? `rollout:${rollout}` : `model:${model_list}`;

/** Lists that the rollout may take over, the province's model first. */
export const useListSources = (rollout: number) =>
  useQuery({
    queryKey: ["records", "list-sources", rollout],
    queryFn: () => get<Page<Source>>(`rollouts/${rollout}/list-sources`, { limit: 500 }),
  });

/** What would come from one of them, and which codes stand already. */
export const useListLines = (rollout: number, source: Source | null) =>
  useQuery({
    queryKey: ["records", "list-lines", rollout, source && keyOf(source)],
    queryFn: () =>
      get<Page<Line>>(`rollouts/${rollout}/list-lines`, {
        limit: 500,
        from_rollout: source?.rollout ?? undefined,
        from_model_list: source?.model_list ?? undefined,
      }),
    enabled: source !== null,
  });

/** "Sở Tư pháp, 2015 (38 tài liệu)"; a model list by its own title. */
export function useSourceName() {
  const { t } = useTranslation();
  const label = useLabel();
  return (source: Source) => {
    const whose =
      source.model_list === null
        ? `${source.agency.name}, ${label("tracks", source.track)}`
        : source.title || t("model.one");
    return t("copy.option", {
      whose,
      edition: source.edition,
      n: formatNumber(source.documents),
    });
  };
}
