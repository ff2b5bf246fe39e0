import { Link } from "@tanstack/react-router";
import { useState } from "react";
import { useTranslation } from "react-i18next";
import type { User } from "@/api/types";
import { SearchButton } from "@/features/search/SearchButton";
import { UserMenu } from "@/features/session/UserMenu";
import { WorkBadge } from "@/features/work/WorkBadge";
import { Icon } from "@/ui/Icon";
import { LanguageSwitch } from "./LanguageSwitch";
import { SchemeSwitch } from "./SchemeSwitch";
import styles from "./TopBar.module.css";

const items = [
  { to: "/", text: "nav.board" },
  { to: "/today", text: "nav.work" },
  { to: "/agencies", text: "nav.agencies" },
  { to: "/documents", text: "nav.documents" },
  { to: "/procedures", text: "nav.procedures" },
  { to: "/findings", text: "nav.findings" },
  { to: "/proofs", text: "nav.proofs" },
  { to: "/tasks", text: "nav.tasks" },
  { to: "/decisions-and-directives", text: "nav.papers" },
  { to: "/indicators", text: "nav.indicators" },
  { to: "/reports", text: "nav.reports" },
  { to: "/data-quality", text: "nav.quality" },
] as const;

export function TopBar({ user, province }: { user: User; province: string | undefined }) {
  const { t } = useTranslation();
  const [open, setOpen] = useState(false);
  const close = () => setOpen(false);
  return (
    <header className={styles.bar}>
      <div className={styles.inner}>
        <Link to="/" className={styles.brand} onClick={close}>
          {province ?? t("app.province")} <span>· {t("app.name")}</span>
        </Link>
        <button
          type="button"
          className={styles.burger}
          aria-label={t("nav.open")}
          aria-expanded={open}
          aria-controls="nav"
          onClick={() => setOpen((was) => !was)}
        >
          <Icon name="menu" size={20} />
        </button>
        <nav
          id="nav"
          className={styles.nav}
          aria-label={t("nav.main")}
          data-open={open || undefined}
        >
          {items.map(({ to, text }) => (
            <Link
              key={to}
              to={to}
              className={styles.item}
              activeOptions={{ exact: to === "/", includeSearch: false }}
              onClick={close}
            >
              {t(text)}
              {to === "/today" && <WorkBadge />}
            </Link>
          ))}
        </nav>
        <div className={`${styles.tools} screen-only`}>
          <SearchButton className={styles.tool ?? ""} />
          <LanguageSwitch className={styles.tool ?? ""} />
          <SchemeSwitch className={styles.tool ?? ""} />
          <UserMenu user={user} className={styles.tool ?? ""} />
        </div>
      </div>
    </header>
  );
}
