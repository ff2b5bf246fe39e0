import { Button } from "@mantine/core";
import { useEffect, useRef } from "react";
import { useTranslation } from "react-i18next";
import sheet from "@/ui/forms/forms.module.css";
import { EffectsOf } from "./EffectsOf";
import styles from "./reorganisation.module.css";
import type { Reorganisation } from "./useReorganisation";

/** Second step: what would happen, in sentences; only then it is recorded. */
export function Look({ life }: { life: Reorganisation }) {
  const { t } = useTranslation();
  const head = useRef<HTMLHeadingElement>(null);
  useEffect(() => head.current?.focus(), []);
  return (
    <div className={sheet.form}>
      <h2 ref={head} tabIndex={-1} className={styles.head}>
        {t("reorganisation.previewTitle")}
      </h2>
      <p className={sheet.note}>{t("reorganisation.notYet")}</p>
      {life.seen?.map((told) => (
        <EffectsOf key={`${told.predecessor.code}>${told.successor?.code}`} told={told} />
      ))}
      <div className={sheet.foot}>
        <Button loading={life.busy} onClick={life.record}>
          {t("reorganisation.record")}
        </Button>
        <Button variant="default" onClick={life.change}>
          {t("reorganisation.change")}
        </Button>
      </div>
    </div>
  );
}
