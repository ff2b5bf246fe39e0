import { Navigate, useSearch } from "@tanstack/react-router";
import { useTranslation } from "react-i18next";
import { LoginForm } from "@/features/session/LoginForm";
import { useSession } from "@/features/session/queries";
import { usePageTitle } from "@/ui/usePageTitle";
import styles from "./LoginPage.module.css";

export function LoginPage() {
  const { t } = useTranslation();
  const session = useSession();
  usePageTitle(t("login.title"));
  const { next = "/today" } = useSearch({ from: "/login" });
  if (session.data?.user) return <Navigate to="/" href={next} replace />;
  return (
    <main className={styles.page} id="main">
      <div className={styles.card}>
        <header className={styles.head}>
          <p className={styles.province}>{session.data?.province ?? t("app.province")}</p>
          <h1>{t("app.title")}</h1>
        </header>
        <div className={styles.body}>
          <h2>{t("login.title")}</h2>
          <LoginForm />
          <p className={styles.help}>{t("login.help")}</p>
        </div>
      </div>
    </main>
  );
}
