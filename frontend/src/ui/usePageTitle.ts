import { useEffect } from "react";
import { useTranslation } from "react-i18next";

/** "Cơ quan · Lộ trình ISO" on the tab and in the browser's history. */
export function usePageTitle(title: string) {
  const { t } = useTranslation();
  const name = t("app.name");
  useEffect(() => {
    document.title = `${title} · ${name}`;
  }, [title, name]);
}
