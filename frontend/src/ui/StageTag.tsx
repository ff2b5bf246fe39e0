import { useTranslation } from "react-i18next";
import { useLabel } from "@/api/catalogues";
import { Icon, type IconName } from "./Icon";
import styles from "./tags.module.css";

const icons: Record<string, IconName> = {
  no_data: "dash",
  not_started: "circle",
  declared: "check",
  certified: "check",
  corrected: "check",
  suspended: "stop",
  withdrawn: "stop",
  lapsed: "alert",
  closed: "dash",
};

type Props = {
  stage: string;
  noData?: boolean;
  /** Proofs that are not maintained never wear the tint of those that are. */
  maintained?: "yes" | "no" | "unknown" | null;
};

const proofs = ["declared", "certified"];

/** A stage as icon, word and tint; an agency without any fact is never called "chưa triển khai". */
export function StageTag({ stage, noData = false, maintained }: Props) {
  const { t } = useTranslation();
  const label = useLabel();
  const apart =
    proofs.includes(stage) && maintained && maintained !== "yes" ? maintained : undefined;
  const shown = noData ? "no_data" : stage;
  return (
    <span className={`${styles.tag} ${styles.stage}`} data-stage={shown} data-maintained={apart}>
      <Icon name={icons[shown] ?? "half"} size={12} />
      {noData ? label("flags", "no_data") : label("stages", stage)}
      {apart && ` · ${t(`maintained.${apart}`)}`}
    </span>
  );
}
