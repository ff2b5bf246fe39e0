import type { LabelKind } from "@/api/catalogues";
import { useCatalogues, useLabel } from "@/api/catalogues";
import { Icon, type IconName } from "./Icon";
import styles from "./tags.module.css";

const icons: Record<string, IconName> = {
  late: "alert",
  soon: "clock",
  due: "clock",
  good: "check",
};

/** A code of a catalogue as icon and word, in the tone that the catalogue gives it. */
export function Tag({ kind, code }: { kind: LabelKind; code: string | null | undefined }) {
  const label = useLabel();
  const { data } = useCatalogues();
  if (!code) return null;
  const rows = (data?.[kind] ?? []) as { code: string; tone?: string }[];
  return <ToneTag tone={rows.find((row) => row.code === code)?.tone} text={label(kind, code)} />;
}

export function ToneTag({ tone = "plain", text }: { tone?: string; text: string }) {
  return (
    <span className={`${styles.tag} ${styles.flag}`} data-tone={tone}>
      <Icon name={icons[tone] ?? "dash"} size={12} />
      {text}
    </span>
  );
}
