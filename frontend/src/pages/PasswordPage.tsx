import { Link, useLocation } from "@tanstack/react-router";
import { useState } from "react";
import { useTranslation } from "react-i18next";
import { PasswordForm } from "@/features/session/PasswordForm";
import { useSession } from "@/features/session/queries";
import { usePageTitle } from "@/ui/usePageTitle";
import styles from "./LoginPage.module.css";

/** Where the link of an invitation leads. */
export function PasswordPage() {
  const { t } = useTranslation();
  const session = useSession();
  const token = useLocation({ select: ({ hash }) => hash });
  const [done, setDone] = useState(false);
  usePageTitle(t("password.title"));
  return (
    <main className={styles.page} id="main">
      <div className={styles.card}>
        <header className={styles.head}>
          <p className={styles.province}>{session.data?.province ?? t("app.province")}</p>
          <h1>{t("app.title")}</h1>
        </header>
        <div className={styles.body}>
          <h2>{t("password.title")}</h2>
          {done ? (
            <p role="status">
              {t("password.done")} <Link to="/login">{t("password.toLogin")}</Link>
            </p>
          ) : token ? (
            <PasswordForm token={token} onDone={() => setDone(true)} />
          ) : (
            <p role="alert">{t("password.gone")}</p>
          )}
        </div>
      </div>
    </main>
  );
}
