import { Notifications } from "@mantine/notifications";
import "@mantine/core/styles/Notification.css";
import "@mantine/notifications/styles.css";
import { useTranslation } from "react-i18next";
import { ImportList } from "@/features/imports/ImportList";
import { Imports } from "@/features/imports/Imports";
import { useSession } from "@/features/session/queries";
import { PageHeader } from "@/ui/PageHeader";

/** Excel round trip: out as a template, back as a workbook, and taken back when it was wrong. */
export function ImportsPage() {
  const { t } = useTranslation();
  const session = useSession();
  const agency = session.data?.user?.agency;
  const home = typeof agency === "string" ? agency : (agency?.code ?? null);
  return (
    <>
      <PageHeader title={t("import.title")} withDay={false} />
      <Imports home={home} />
      <ImportList />
      <Notifications position="bottom-left" />
    </>
  );
}
