import { useTranslation } from "react-i18next";
import { formatDay } from "@/i18n/format";
import type { Hit } from "./queries";
import styles from "./search.module.css";
import { useKindName } from "./words";

type Props = {
  groups: readonly [string, Hit[]][];
  id: string;
  current: Hit | undefined;
  onOpen: (hit: Hit) => void;
};

const intoView = (row: HTMLElement | null) => row?.scrollIntoView({ block: "nearest" });

/** What was found, under the name of its kind. */
export function Groups({ groups, id, current, onOpen }: Props) {
  const { t } = useTranslation();
  const kindName = useKindName();
  return (
    <div id={`${id}-list`} role="listbox" aria-label={t("search.results")} className={styles.list}>
      {groups.map(([kind, hits]) => (
        // biome-ignore lint/a11y/useSemanticElements: a group of options inside a listbox
        <div key={kind} role="group" aria-label={kindName(kind)}>
          <p className={styles.kind} aria-hidden="true">
            {kindName(kind)}
          </p>
          {hits.map((hit) => {
            const chosen = hit === current;
            return (
              // biome-ignore lint/a11y/useKeyWithClickEvents: the box above moves and opens by keyboard
              // biome-ignore lint/a11y/useFocusableInteractive: the focus stays in the box above
              <div
                key={hit.id}
                id={`${id}-${hit.kind}-${hit.id}`}
                role="option"
                aria-selected={chosen}
                ref={chosen ? intoView : undefined}
                className={styles.hit}
                onClick={() => onOpen(hit)}
              >
                <span className={styles.title}>{hit.title}</span>
                <span className={styles.meta}>
                  {[hit.agency && hit.kind !== "agency" && hit.agency.name, formatDay(hit.day)]
                    .filter((each) => each && each !== "–")
                    .join(" · ")}
                </span>
                {hit.excerpt && hit.excerpt !== hit.title && (
                  <span className={styles.excerpt}>{hit.excerpt}</span>
                )}
              </div>
            );
          })}
        </div>
      ))}
    </div>
  );
}
