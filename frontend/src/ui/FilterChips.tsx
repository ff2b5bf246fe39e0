import { useTranslation } from "react-i18next";
import { useLabel } from "@/api/catalogues";
import { isDay } from "@/i18n/days";
import { formatDay } from "@/i18n/format";
import type { MessageKey } from "@/i18n/vi";
import styles from "./FilterBar.module.css";
import { Icon } from "./Icon";
import type { FilterName, ListSearch } from "./listSearch";

type Props = {
  names: FilterName[];
  search: ListSearch;
  onChange: (change: ListSearch) => void;
};

/** Conditions that came with a link and have no control of their own; each can be taken away. */
export function FilterChips({ names, search, onChange }: Props) {
  const { t } = useTranslation();
  const say = useChipText();
  return (
    <ul className={styles.chips} aria-label={t("filter.more")}>
      {names.flatMap((name) =>
        (search[name] ?? []).map((value) => {
          const what = say(name, value);
          const left = search[name]?.filter((each) => each !== value);
          return (
            <li key={`${name}${value}`}>
              {what}
              <button
                type="button"
                aria-label={t("filter.remove", { what })}
                onClick={() => onChange({ [name]: left?.length ? left : undefined })}
              >
                <Icon name="close" size={12} />
              </button>
            </li>
          );
        }),
      )}
    </ul>
  );
}

const catalogued: Partial<Record<FilterName, Parameters<ReturnType<typeof useLabel>>[0]>> = {
  stage: "stages",
  flag: "flags",
  edition: "editions",
  track: "tracks",
  kind: "agency_kinds",
};
const nameless = ["rollout", "audit", "directive", "id"];

function useChipText() {
  const { t, i18n } = useTranslation();
  const label = useLabel();
  return (name: FilterName, value: string): string => {
    const [rate, part] = value.split(":");
    if (name === "rate" || name === "figure") {
      const what = t(`chip.${name}.${rate}` as MessageKey);
      return part ? t(`chip.part.${part}` as "chip.part.numerator", { what }) : what;
    }
    const whole = `chip.${name}.${value}`;
    if (i18n.exists(whole)) return t(whole as MessageKey);
    const known = i18n.exists(`chip.${name}`) ? t(`chip.${name}` as MessageKey) : name;
    if (nameless.includes(name)) return known;
    const kind = catalogued[name];
    return `${known}: ${kind ? label(kind, value) : isDay(value) ? formatDay(value) : value}`;
  };
}
