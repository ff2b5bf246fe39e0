import { Link } from "@tanstack/react-router";
import { useTranslation } from "react-i18next";
import styles from "./ListTabs.module.css";

type Props<Name extends string> = {
  names: readonly Name[];
  current: Name;
  text: (name: Name) => string;
};

/** The lists that share a page, as links; the filters of one are not those of the next. */
export function ListTabs<Name extends string>({ names, current, text }: Props<Name>) {
  const { t } = useTranslation();
  return (
    <nav className={`${styles.tabs} screen-only`} aria-label={t("view.label")}>
      {names.map((name) => (
        <Link
          key={name}
          to="."
          search={(old) => ({ as_of: old.as_of, of: name })}
          className={styles.tab}
          data-here={name === current || undefined}
          aria-current={name === current ? "page" : undefined}
          activeOptions={{ exact: true }}
        >
          {text(name)}
        </Link>
      ))}
    </nav>
  );
}
