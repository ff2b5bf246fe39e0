import { ActionIcon, Popover } from "@mantine/core";
import { useTranslation } from "react-i18next";
import type { Provenance } from "@/api/types";
import { formatDay, formatMoment } from "@/i18n/format";
import { Icon } from "./Icon";
import styles from "./ProvenanceHint.module.css";

const marks = {
  confirmed: { icon: "confirmed", text: "provenance.isConfirmed" },
  reported: { icon: "info", text: "provenance.isReported" },
  changed: { icon: "alert", text: "provenance.isChanged" },
} as const;

const markOf = (from: Provenance) =>
  from.confirmed_on ? (from.changed_since_confirmation ? "changed" : "confirmed") : "reported";

/** Confirmed, only reported, or changed since; and who said so: source, who wrote it and when. */
export function ProvenanceHint({ provenance: from }: { provenance: Provenance }) {
  const { t } = useTranslation();
  const state = markOf(from);
  const { icon, text } = marks[state];
  const rows: [string, string | null][] = [
    [t("provenance.source"), from.source],
    [t("provenance.reportedBy"), from.reported_by && formatDay(from.reported_by)],
    [t("provenance.recordedAt"), from.recorded_at && formatMoment(from.recorded_at)],
    [t("provenance.recordedBy"), from.recorded_by],
    [
      t("provenance.confirmed"),
      from.confirmed_on
        ? `${formatDay(from.confirmed_on)}${from.confirmed_by ? ` · ${from.confirmed_by}` : ""}`
        : t("provenance.unconfirmed"),
    ],
  ];
  return (
    <Popover withArrow shadow="md" position="bottom">
      <Popover.Target>
        <ActionIcon
          variant="subtle"
          size={24}
          className={styles.mark}
          data-state={state}
          title={t(text)}
          aria-label={`${t(text)}. ${t("provenance.open")}`}
        >
          <Icon name={icon} size={14} />
        </ActionIcon>
      </Popover.Target>
      <Popover.Dropdown>
        <p className={styles.state} data-state={state}>
          <Icon name={icon} size={14} />
          {t(text)}
        </p>
        {!from.real && <p className={styles.illustration}>{t("illustration.fact")}</p>}
        <dl className={styles.list}>
          {rows.map(([term, value]) => (
            <div key={term}>
              <dt>{term}</dt>
              <dd>{value ?? "–"}</dd>
            </div>
          ))}
        </dl>
      </Popover.Dropdown>
    </Popover>
  );
}
