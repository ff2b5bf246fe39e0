import { Notifications } from "@mantine/notifications";
import "@mantine/core/styles/Notification.css";
import "@mantine/notifications/styles.css";
import { useParams } from "@tanstack/react-router";
import { ClientView } from "@/features/feeds/ClientView";

export function FeedClientPage() {
  const { id } = useParams({ from: "/shell/feed-clients/$id" });
  return (
    <>
      <ClientView id={Number(id)} />
      <Notifications position="bottom-left" />
    </>
  );
}
