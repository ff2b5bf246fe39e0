import { Link } from "@tanstack/react-router";
import { useTranslation } from "react-i18next";
import { ProblemNotice } from "@/ui/ProblemNotice";
import { usePageTitle } from "@/ui/usePageTitle";
import styles from "./ErrorPage.module.css";

export function ErrorPage({ error, reset }: { error: unknown; reset?: () => void }) {
  const { t } = useTranslation();
  usePageTitle(t("error.title"));
  return (
    <main className={styles.page} id="main">
      <h1>{t("error.title")}</h1>
      <ProblemNotice problem={error} onRetry={reset} />
      <Link to="/">{t("error.home")}</Link>
    </main>
  );
}

export function NotFoundPage() {
  const { t } = useTranslation();
  usePageTitle(t("error.notFound"));
  return (
    <main className={styles.page} id="main">
      <h1>{t("error.notFound")}</h1>
      <p>{t("error.notFoundText")}</p>
      <Link to="/">{t("error.home")}</Link>
    </main>
  );
}
