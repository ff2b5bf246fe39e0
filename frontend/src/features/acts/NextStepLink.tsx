import { Link } from "@tanstack/react-router";
import { useTranslation } from "react-i18next";
import { useLabel } from "@/api/catalogues";
import type { NextAct, Station } from "@/api/types";
import { nextStep } from "./nextStep";
import styles from "./RolloutPanel.module.css";

type Props = { stations: readonly Station[]; acts: readonly NextAct[] };

/** The one next act: a button for whom it is, for everybody else the way to its place. */
export function NextStepLink({ stations, acts }: Props) {
  const { t } = useTranslation();
  const label = useLabel();
  const step = nextStep(stations, acts);
  if (!step) return null;
  return (
    <span className={`${styles.next} screen-only`}>
      {t("agency.next")}{" "}
      <Link
        to="."
        search={(old) => ({ ...old, tab: step.tab, act: step.mine ? step.act : undefined })}
        resetScroll={false}
        className={step.mine ? styles.button : undefined}
      >
        {label("acts", step.act)}
      </Link>
    </span>
  );
}
