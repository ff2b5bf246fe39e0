import { Button } from "@mantine/core";
import { Link, Navigate } from "@tanstack/react-router";
import { useState } from "react";
import { useTranslation } from "react-i18next";
import { useInvitation, useSession } from "@/features/session/queries";
import styles from "@/features/session/session.module.css";
import { TotpSetup } from "@/features/session/TotpSetup";
import { formatDay } from "@/i18n/format";
import { Loaded } from "@/ui/Loaded";
import { usePageTitle } from "@/ui/usePageTitle";
import page from "./LoginPage.module.css";

/** One-time codes of the own account; who owes them comes here before anything else. */
export function SecondFactorPage() {
  const { t } = useTranslation();
  const session = useSession();
  const invitation = useInvitation(Boolean(session.data?.user));
  const [codes, setCodes] = useState<string[]>([]);
  usePageTitle(t("totp.title"));
  if (session.data && !session.data.user)
    return <Navigate to="/login" search={{ next: "/second-factor" }} replace />;
  return (
    <main className={page.page} id="main">
      <div className={page.card}>
        <header className={page.head}>
          <p className={page.province}>{session.data?.province ?? t("app.province")}</p>
          <h1>{t("app.title")}</h1>
        </header>
        <div className={page.body}>
          <h2>{t("totp.title")}</h2>
          {codes.length > 0 ? (
            <>
              <p role="status">{t("totp.done")}</p>
              <ul className={styles.codes}>
                {codes.map((code) => (
                  <li key={code}>
                    <code>{code}</code>
                  </li>
                ))}
              </ul>
            </>
          ) : (
            <Loaded query={invitation} lines={8} height={420}>
              {(told) =>
                told.since ? (
                  <p>{t("totp.since", { day: formatDay(told.since) })}</p>
                ) : (
                  <TotpSetup invitation={told} onDone={setCodes} />
                )
              }
            </Loaded>
          )}
          {session.data?.user && !session.data.user.owes_second_factor && (
            <Button component={Link} to="/" variant="default">
              {t("totp.onward")}
            </Button>
          )}
        </div>
      </div>
    </main>
  );
}
