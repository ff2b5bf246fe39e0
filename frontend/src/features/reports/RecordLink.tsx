import { Link } from "@tanstack/react-router";
import { useTranslation } from "react-i18next";
import { Icon } from "@/ui/Icon";
import { placeOf } from "@/ui/records";
import styles from "./reports.module.css";

/** The way to the record that a sentence was written from; nothing where it has no place. */
export function RecordLink({ object, about }: { object: string | null; about: string }) {
  const { t } = useTranslation();
  if (!object || !placeOf(object)) return null;
  return (
    <Link
      to="/records/$object"
      params={{ object }}
      className={`${styles.record} screen-only`}
      aria-label={`${t("report.toRecord")}: ${about}`}
      title={t("report.toRecord")}
    >
      <Icon name="link" size={13} />
    </Link>
  );
}
