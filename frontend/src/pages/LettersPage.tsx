import { Notifications } from "@mantine/notifications";
import "@mantine/core/styles/Notification.css";
import "@mantine/notifications/styles.css";
import { useSearch } from "@tanstack/react-router";
import { useTranslation } from "react-i18next";
import { LetterDetail } from "@/features/letters/LetterDetail";
import { Letters } from "@/features/letters/Letters";
import { PageHeader } from "@/ui/PageHeader";

/** Letters of the province and who answered them. */
export function LettersPage() {
  const { t } = useTranslation();
  const { letter } = useSearch({ from: "/shell/letters" });
  return (
    <>
      <PageHeader title={t("letter.title")} />
      {letter === undefined ? <Letters /> : <LetterDetail id={letter} />}
      <Notifications position="bottom-left" />
    </>
  );
}
