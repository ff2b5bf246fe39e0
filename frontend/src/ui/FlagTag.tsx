import { useCatalogues, useLabel } from "@/api/catalogues";
import { Icon, type IconName } from "./Icon";
import styles from "./tags.module.css";

const icons: Record<string, IconName> = {
  late: "alert",
  soon: "clock",
  due: "clock",
  good: "check",
};

/** A flag beside a stage; its tone is the catalogue's. */
export function FlagTag({ flag }: { flag: string }) {
  const label = useLabel();
  const { data } = useCatalogues();
  const tone = data?.flags.find((row) => row.code === flag)?.tone ?? "plain";
  return (
    <span className={`${styles.tag} ${styles.flag}`} data-tone={tone}>
      <Icon name={icons[tone] ?? "flag"} size={12} />
      {label("flags", flag)}
    </span>
  );
}
