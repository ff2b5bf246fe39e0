import { Notifications } from "@mantine/notifications";
import "@mantine/core/styles/Notification.css";
import "@mantine/notifications/styles.css";
import { useState } from "react";
import { ClientList } from "@/features/feeds/ClientList";
import { Issue } from "@/features/feeds/Issue";
import { type Issued, Token } from "@/features/feeds/Token";

/** Who reads the feeds; a token that was just issued stands above until it has been kept. */
export function FeedClientsPage() {
  const [issued, setIssued] = useState<Issued | null>(null);
  return (
    <>
      <ClientList
        actions={<Issue onIssued={setIssued} />}
        above={issued && <Token issued={issued} onKept={() => setIssued(null)} />}
      />
      <Notifications position="bottom-left" />
    </>
  );
}
