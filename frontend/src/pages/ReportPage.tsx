import { Notifications } from "@mantine/notifications";
import "@mantine/core/styles/Notification.css";
import "@mantine/notifications/styles.css";
import { useParams } from "@tanstack/react-router";
import { ReportView } from "@/features/reports/ReportView";

export function ReportPage() {
  const { id } = useParams({ from: "/shell/reports/$id" });
  return (
    <>
      <ReportView id={Number(id)} />
      <Notifications position="bottom-left" />
    </>
  );
}
