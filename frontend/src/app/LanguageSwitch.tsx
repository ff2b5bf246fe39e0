import { useTranslation } from "react-i18next";
import { setLanguage } from "@/i18n";

export function LanguageSwitch({ className }: { className: string }) {
  const { t, i18n } = useTranslation();
  const other = i18n.language === "en" ? "vi" : "en";
  return (
    <button
      type="button"
      className={className}
      lang={other}
      aria-label={t("shell.languageLabel")}
      onClick={() => void setLanguage(other)}
    >
      {other.toUpperCase()}
    </button>
  );
}
