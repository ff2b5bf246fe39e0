import { Notifications } from "@mantine/notifications";
import "@mantine/core/styles/Notification.css";
import "@mantine/notifications/styles.css";
import { ReportList } from "@/features/reports/ReportList";

/** What left the house. */
export function ReportsPage() {
  return (
    <>
      <ReportList />
      <Notifications position="bottom-left" />
    </>
  );
}
