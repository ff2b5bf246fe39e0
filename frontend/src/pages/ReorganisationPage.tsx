import { Notifications } from "@mantine/notifications";
import "@mantine/core/styles/Notification.css";
import "@mantine/notifications/styles.css";
import { SuccessionList } from "@/features/lists/SuccessionList";
import { SuccessionActs } from "@/features/reorganisation/SuccessionActs";
import { addVietnamese } from "@/i18n";
import { viReorganisation } from "@/i18n/vi.reorganisation";

addVietnamese(viReorganisation);

/** What became of agencies: read by all, recorded by whom the server lets. */
export function ReorganisationPage() {
  return (
    <>
      <SuccessionList actions={<SuccessionActs />} />
      <Notifications position="bottom-left" />
    </>
  );
}
