import { Button } from "@mantine/core";
import { Link } from "@tanstack/react-router";
import { useTranslation } from "react-i18next";
import sheet from "@/ui/forms/forms.module.css";
import type { Effects } from "./pairs";
import styles from "./reorganisation.module.css";

type Props = { done: Effects[]; onClose: () => void };

/** On record: where the lineage stands now. */
export function Done({ done, onClose }: Props) {
  const { t } = useTranslation();
  const places = done.map(({ successor, predecessor }) => successor ?? predecessor);
  const each = [...new Map(places.map((agency) => [agency.code, agency])).values()];
  return (
    <div className={sheet.form}>
      <p role="status" className={styles.head}>
        {t("reorganisation.done")}
      </p>
      <p className={sheet.note}>{t("reorganisation.doneHint")}</p>
      <ul className={styles.effects}>
        {each.map(({ code, name }) => (
          <li key={code}>
            <Link to="/agencies/$code" params={{ code }}>
              {name}
            </Link>
          </li>
        ))}
      </ul>
      <div className={sheet.foot}>
        <Button variant="default" onClick={onClose}>
          {t("reorganisation.close")}
        </Button>
      </div>
    </div>
  );
}
