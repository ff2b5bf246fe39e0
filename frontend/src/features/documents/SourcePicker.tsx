import { Select } from "@mantine/core";
import { useTranslation } from "react-i18next";
import { Empty } from "@/ui/Empty";
import { Loaded } from "@/ui/Loaded";
import { keyOf, type Source, useListSources, useSourceName } from "./sources";

type Props = { rollout: number; value: Source | null; onChange: (source: Source | null) => void };

/** Which list is taken over: the province's model, an own earlier one, that of a similar agency. */
export function SourcePicker({ rollout, value, onChange }: Props) {
  const { t } = useTranslation();
  const nameOf = useSourceName();
  const sources = useListSources(rollout);
  return (
    <Loaded query={sources} lines={2} height={60}>
      {({ results }) => {
        const options = (of: Source[]) =>
          of.map((each) => ({ value: keyOf(each), label: nameOf(each) }));
        const models = results.filter(({ model_list }) => model_list !== null);
        const others = results.filter(({ model_list }) => model_list === null);
        return results.length === 0 ? (
          <Empty text={t("copy.none")} />
        ) : (
          <Select
            label={t("copy.from")}
            required
            searchable
            data-autofocus
            nothingFoundMessage={t("agencyPicker.none")}
            data={[
              { group: t("model.title"), items: options(models) },
              { group: t("copy.agencies"), items: options(others) },
            ].filter(({ items }) => items.length > 0)}
            value={value && keyOf(value)}
            onChange={(key) => onChange(results.find((each) => keyOf(each) === key) ?? null)}
          />
        );
      }}
    </Loaded>
  );
}
