import { Notifications } from "@mantine/notifications";
import "@mantine/core/styles/Notification.css";
import "@mantine/notifications/styles.css";
import { useTranslation } from "react-i18next";
import { ModelLists } from "@/features/documents/ModelLists";
import { PageHeader } from "@/ui/PageHeader";

/** The province's model lists of documents. */
export function ModelListsPage() {
  const { t } = useTranslation();
  return (
    <>
      <PageHeader title={t("model.title")} />
      <ModelLists />
      <Notifications position="bottom-left" />
    </>
  );
}
