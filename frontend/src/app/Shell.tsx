import { Navigate, Outlet, useLocation } from "@tanstack/react-router";
import { useTranslation } from "react-i18next";
import { useSession } from "@/features/session/queries";
import { formatMoment } from "@/i18n/format";
import { ProblemNotice } from "@/ui/ProblemNotice";
import { PageLoading } from "./PageLoading";
import styles from "./Shell.module.css";
import { TopBar } from "./TopBar";

/** What stands around every page of somebody signed in; nobody else gets past it. */
export function Shell() {
  const { t } = useTranslation();
  const session = useSession();
  const address = useLocation({ select: (location) => location.href });

  if (session.isPending) return <PageLoading />;
  if (session.error) {
    return (
      <div className={styles.main}>
        <ProblemNotice problem={session.error} onRetry={session.refetch} />
      </div>
    );
  }
  // While the sign-in page is on its way the address is already its own; it must not become its own next.
  if (!session.data.user && address.startsWith("/login")) return <PageLoading />;
  if (!session.data.user) return <Navigate to="/login" search={{ next: address }} replace />;
  if (session.data.user.owes_second_factor) return <Navigate to="/second-factor" replace />;
  return (
    <>
      <a className={styles.skip} href="#main">
        {t("app.skip")}
      </a>
      <TopBar user={session.data.user} province={session.data.province} />
      {session.data.illustration && (
        <aside className={styles.banner}>{t("illustration.banner")}</aside>
      )}
      {session.data.restored_until && (
        <aside className={styles.banner}>
          {t("restored.banner", { moment: formatMoment(session.data.restored_until) })}
        </aside>
      )}
      <main id="main" className={styles.main} tabIndex={-1}>
        <Outlet />
      </main>
    </>
  );
}
